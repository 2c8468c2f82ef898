#pragma once
// What the process is told: command line, then environment (YIQI_...), then a configuration file, then defaults.

#include <string>

namespace server {

struct ServeConfiguration {
    std::string db = "yiqi.db";
    int db_patience = 30;  ///< seconds for a call to PostgreSQL
    std::string listen = "127.0.0.1:8080";
    int threads = 0;  ///< I/O threads; 0 = one per core
    std::string web;
    bool demo = false;
    std::string demo_now;  ///< where the demonstration's clock begins; the present if empty
    int demo_bookings = 2000;
    std::string tls_certificate;
    std::string tls_key;
    std::string log_level = "info";
};

}  // namespace server
