#pragma once
// The serving process: builds the services in order, runs until a signal, ends in reverse order.

#include "server/configuration.hpp"

namespace server {

/// Returns the exit code. Prints {"port": N} on standard output when it listens.
int serve(const ServeConfiguration& configuration);

}  // namespace server
