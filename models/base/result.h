// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <cassert>
#include <utility>
#include <variant>

namespace podium::base {

/// The third state beside a value and an error: somebody asked to stop. It is no error and is never
/// shown as one.
struct Cancelled {
    friend bool operator==(Cancelled, Cancelled) = default;
};

/// Stands for "done, nothing to return" in Result<void>.
struct Done {};

/// A value, an error, or cancelled. There is no conversion to bool on purpose: `if (result)` would
/// hide the third state; ask ok(), failed() or cancelled().
template <typename T>
class [[nodiscard]] Result {
public:
    using Value = std::conditional_t<std::is_void_v<T>, Done, T>;

    Result() requires std::is_void_v<T> : m_state(Done{}) {}
    Result(Value value) : m_state(std::move(value)) {}
    Result(Error error) : m_state(std::move(error)) {}
    Result(Cancelled cancelled) : m_state(cancelled) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    [[nodiscard]] bool failed() const { return m_state.index() == 1; }
    [[nodiscard]] bool cancelled() const { return m_state.index() == 2; }
    explicit operator bool() const = delete;

    [[nodiscard]] const Value& value() const& {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] Value& value() & {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] Value&& value() && {
        assert(ok());
        return std::move(*std::get_if<0>(&m_state));
    }
    [[nodiscard]] const Error& error() const {
        assert(failed());
        return *std::get_if<1>(&m_state);
    }

    /// The error or the cancellation of this result as a result of another type; only when not
    /// ok().
    template <typename U>
    [[nodiscard]] Result<U> as() const {
        assert(!ok());
        if (failed())
            return Result<U>(error());
        return Result<U>(Cancelled{});
    }

private:
    std::variant<Value, Error, Cancelled> m_state;
};

}  // namespace podium::base

/// Leaves the function with the error or cancellation of EXPR; for functions that return a Result
/// of type T.
#define PODIUM_TRY(T, EXPR)                                   \
    do {                                                      \
        if (auto&& podiumResult = (EXPR); !podiumResult.ok()) \
            return podiumResult.template as<T>();             \
    } while (false)
