// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/regex.h"

#include <re2/re2.h>

namespace podium::query {

struct Regex::Engine {
    static RE2::Options options() {
        RE2::Options options;
        options.set_log_errors(false);
        options.set_max_mem(std::int64_t{8} << 20);
        return options;
    }

    RE2 expression;
};

Regex::Regex(std::string_view pattern)
    : m_engine(
          new Engine{RE2(re2::StringPiece(pattern.data(), pattern.size()), Engine::options())}) {}

Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;

bool Regex::valid() const {
    return m_engine->expression.ok();
}

bool Regex::found(std::string_view text) const {
    return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), m_engine->expression);
}

}  // namespace podium::query
