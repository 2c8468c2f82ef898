#include "server/api/document_answer.hpp"

#include <catch2/catch.hpp>

using server::accepted_form;
using server::DocumentForm;

TEST_CASE("The form of a document is what Accept likes best, by the range that names it most exactly") {
    CHECK(accepted_form("") == DocumentForm::json);
    CHECK(accepted_form("*/*") == DocumentForm::json);
    CHECK(accepted_form("APPLICATION/PDF") == DocumentForm::pdf);
    CHECK(accepted_form("text/*") == DocumentForm::csv);
    CHECK(accepted_form("text/csv;q=0.5, application/pdf;q=0.50") == DocumentForm::pdf);
    CHECK(accepted_form("text/csv;q=0.501, application/pdf;q=0.50") == DocumentForm::csv);
    CHECK(accepted_form("application/*, application/json;q=0.1") == DocumentForm::pdf);
    CHECK(accepted_form("*/*;q=0.1, text/csv;q=0") == DocumentForm::json);
    CHECK(accepted_form("application/pdf ; q=1 , */*;q=0.2") == DocumentForm::pdf);
}

TEST_CASE("An Accept that takes none of the forms, or makes no sense, takes none") {
    CHECK_FALSE(accepted_form("text/html"));
    CHECK_FALSE(accepted_form("application/pdf;q=0"));
    CHECK_FALSE(accepted_form(",,;q=,/"));
    CHECK_FALSE(accepted_form("application"));
    CHECK_FALSE(accepted_form("/*"));
}
