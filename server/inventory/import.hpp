#pragma once
// The importer of inventory files: strict about the data, kind to the person who made the file.
//
// Files are CSV in UTF-8 with a header line; columns may come in any order. Every problem of every
// row is reported with its physical line, field, value, a stable code and a sentence in both
// languages. The codes are listed in import_problems.hpp.
//
// The file is read once and never held. What grows with it is the detection of duplicates: a 64-bit
// hash and a line number, 18 to 37 bytes a row; max_import_rows bounds it. Two different ids whose
// hashes collide would be reported as duplicates; among 1,000,000 ids the chance is below 1 in
// 10,000,000.

#include "model/error.hpp"
#include "model/instrument.hpp"
#include "model/policy.hpp"
#include "model/rates.hpp"
#include "model/result.hpp"

#include <cstdint>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server {

enum class ImportKind { institutions, platforms, instruments, categories };

/// The kind by its name in the command line, e.g. "instruments".
std::optional<ImportKind> import_kind(std::string_view name);

/// The columns that the header must name, in the order of the demo data.
std::vector<std::string> import_columns(ImportKind kind);

/// More rows in one file are refused (ErrorCode::too_large).
inline constexpr std::uint64_t max_import_rows = 4'000'000;

struct ImportProblem {
    std::uint64_t line = 0;  ///< physical line, from 1; of the cell where there is one
    std::string field{};     ///< name of the column; empty for the whole row or file
    std::string value{};     ///< 60 code points at most, see printable() in import_problems.hpp
    std::string code{};      ///< stable, snake_case
    model::Sentence message{};
    bool warning = false;  ///< a warning does not make the row bad
};

struct InstrumentRow {
    model::Instrument instrument;
    model::Policy policy;
    model::Rates rates;
};

/// The store as the importer sees it. Implemented by the storage on one transaction, and by tests.
/// The importer asks and adds from one thread; answers about institutions, platforms and categories
/// are cached for the length of one import, so they must not change meanwhile except through add().
/// Failures of the store are exceptions and pass through import_file.
class ImportTarget {
  public:
    virtual ~ImportTarget();

    virtual bool has_institution(const std::string& id) = 0;
    virtual bool has_platform(const std::string& id) = 0;
    virtual bool has_instrument(const std::string& id) = 0;

    /// The category with this code on this level (1 to 3), or on its deepest level when `level` is
    /// 0. Codes repeat across levels.
    virtual std::optional<model::Category> category(const std::string& code, int level) = 0;

    /// Ids (codes of categories, each once) to suggest instead of an unknown one; the
    /// implementation returns at most 20,000. Called at most once a kind and import.
    virtual std::vector<std::string> ids(ImportKind kind) = 0;

    virtual void add(const model::Institution& institution) = 0;
    virtual void add(const model::Platform& platform) = 0;
    virtual void add(const InstrumentRow& row) = 0;
    virtual void add(const model::Category& category) = 0;
};

struct ImportOptions {
    /// Rows are added to the target while the file streams by, until the first bad row. THE CALLER
    /// runs import_file inside one storage transaction and rolls it back when the report is not
    /// ok(), when an error is returned or when an exception passes: only so is it all or nothing.
    bool commit = false;
    /// Required, 1900 .. 2037: years after it lie in the future.
    int current_year = 0;
    std::uint64_t max_problems_kept = 1000;
    /// Called for every problem as it is found, also for those that are not kept. May be empty.
    std::function<void(const ImportProblem&)> on_problem;
    /// Called now and then (about every 256 KiB) and at the end with the bytes read. May be empty.
    std::function<void(std::uint64_t bytes_done)> progress;
};

struct ImportReport {
    std::uint64_t rows = 0;      ///< data rows, without header and blank lines
    std::uint64_t accepted = 0;  ///< rows without an error; 0 when the header is bad
    std::uint64_t bad = 0;       ///< rows with an error; a bad header or file counts as one more
    std::uint64_t warnings = 0;
    std::uint64_t problems = 0;  ///< errors and warnings together, also those that are not kept
    std::vector<ImportProblem> kept;

    [[nodiscard]] bool ok() const { return bad == 0; }
};

/// Checks a file and, with options.commit, adds its rows. Memory: see above. Time: O(rows), except
/// that looking for suggestions is bounded to some 20,000,000 comparisons a file; later ones go
/// without. Refusals: too_large (more than max_import_rows), invalid_field "current_year". A broken
/// stream is std::ios_base::failure.
model::Result<ImportReport> import_file(ImportKind kind, std::istream& file, ImportTarget& target,
                                        const ImportOptions& options);

}  // namespace server
