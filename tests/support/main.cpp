#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include <cstdlib>
#include <string>

int main(int argc, char** argv) {
    // One way to say how many random cases there are, also for the properties that rapidcheck draws.
    const char* cases = std::getenv("YIQI_CASES");
    const char* seed = std::getenv("YIQI_SEED");
    if (cases != nullptr || seed != nullptr) {
        const auto parameters = std::string("max_success=") + (cases == nullptr ? "100" : cases) +
                                (seed == nullptr ? "" : std::string(" seed=") + seed);
        setenv("RC_PARAMS", parameters.c_str(), 0);
    }
    return Catch::Session().run(argc, argv);
}
