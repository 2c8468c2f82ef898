#pragma once
// Shifts by agreement over HTTP.

#include "server/api/router.hpp"

namespace server {

model::Result<CommandBody> ask_for_shift(const Call& call);
model::Result<CommandBody> accept_shift(const Call& call);
model::Result<CommandBody> decline_shift(const Call& call);
model::Result<Answer> list_shifts(const Call& call, Database& database);
Shape ask_shift_shape();
Shape accept_shift_shape();
Shape shift_shape();
Shape shifts_shape();

}  // namespace server
