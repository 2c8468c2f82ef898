// The server on TLS.

#include "tests/support/server_process.hpp"

#include <cstdio>
#include <memory>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <catch2/catch.hpp>

using namespace support;
namespace asio = boost::asio;

namespace {
struct Freed {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(FILE* file) const { (void)std::fclose(file); }
};
template <class T>
using Owned = std::unique_ptr<T, Freed>;

struct Pair {
    std::string certificate;
    std::string key;
};

/// A key and a certificate that it signed itself, good for an hour.
Pair self_signed(const TempFolder& folder, const std::string& name) {
    constexpr long an_hour = 3'600;
    const Owned<EVP_PKEY> key(EVP_EC_gen("P-256"));
    const Owned<X509> certificate(X509_new());
    REQUIRE(key);
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -an_hour);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), an_hour);
    X509_set_pubkey(certificate.get(), key.get());
    auto* subject = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(name.c_str()), -1,
                               -1, 0);
    X509_set_issuer_name(certificate.get(), subject);
    REQUIRE(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0);
    Pair pair{folder.file(name + ".pem"), folder.file(name + ".key")};
    const Owned<FILE> certificate_file(std::fopen(pair.certificate.c_str(), "w"));
    const Owned<FILE> key_file(std::fopen(pair.key.c_str(), "w"));
    REQUIRE(PEM_write_X509(certificate_file.get(), certificate.get()) == 1);
    REQUIRE(PEM_write_PrivateKey(key_file.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
    return pair;
}

/// What the server answers to a client that trusts `authority` and speaks no newer version than `version`.
std::string answer(std::uint16_t port, const std::string& authority, int version) {
    asio::io_context io;
    asio::ssl::context context(asio::ssl::context::tls_client);
    context.load_verify_file(authority);
    context.set_verify_mode(asio::ssl::verify_peer);
    // So that a refusal is the server's and not this client's own.
    SSL_CTX_set_cipher_list(context.native_handle(), "ALL:@SECLEVEL=0");
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context.native_handle(), version);
    asio::ssl::stream<asio::ip::tcp::socket> stream(io, context);
    stream.next_layer().connect({asio::ip::make_address("127.0.0.1"), port});
    stream.handshake(asio::ssl::stream_base::client);
    asio::write(stream, asio::buffer(std::string("GET /api/v1/instruments/DEMO0002 HTTP/1.1\r\nHost: localhost\r\n"
                                                 "Connection: close\r\n\r\n")));
    std::string text;
    boost::system::error_code end;
    asio::read(stream, asio::dynamic_buffer(text), end);
    return text;
}
}  // namespace

TEST_CASE("With a certificate the server speaks TLS 1.2 and 1.3 alone") {
    const TempFolder folder;
    const auto own = self_signed(folder, "localhost");
    const auto other = self_signed(folder, "other");
    const ServerProcess server({.more = {"--tls-certificate", own.certificate, "--tls-key", own.key}});
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        const auto text = answer(server.port(), own.certificate, version);
        CHECK(text.starts_with("HTTP/1.1 200 "));
        CHECK(text.find("LC-Orbitrap") != std::string::npos);
        CHECK(text.find("Strict-Transport-Security: ") != std::string::npos);
    }
    CHECK_THROWS_AS(answer(server.port(), own.certificate, TLS1_1_VERSION), boost::system::system_error);
    CHECK_THROWS_AS(answer(server.port(), other.certificate, TLS1_3_VERSION), boost::system::system_error);
    CHECK_THROWS_AS(server.client().get("/instruments"), ConnectionLost);
}

TEST_CASE("A certificate or key that cannot be read ends the program with a sentence") {
    const TempFolder folder;
    const auto own = self_signed(folder, "localhost");
    const auto other = self_signed(folder, "other");
    for (const auto& [certificate, key] :
         {std::pair{folder.file("none.pem"), own.key}, std::pair{own.certificate, folder.file("none.key")},
          std::pair{own.key, own.certificate}, std::pair{own.certificate, other.key}}) {
        const auto refused = run_yiqi({"serve", "--db", folder.file("tls.db"), "--listen", "127.0.0.1:0",
                                       "--tls-certificate", certificate, "--tls-key", key});
        INFO(refused.output);
        CHECK(refused.exit_code == 2);
        CHECK(refused.output.find("TLS certificate or key") != std::string::npos);
    }
}
