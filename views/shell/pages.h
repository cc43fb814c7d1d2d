// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/actions.h"

#include <QString>

#include <span>

namespace podium::views {

/// The places of the rail, in its order. Their numbers are kept in saved layouts: only add.
enum class PageId {
    Runs = 0,
    Compare = 1,
    Models = 2,
    Reviews = 3,
    Traces = 4,
    Prompts = 5,
    Problems = 6,
    Sources = 7,
};

/// A place: to add one is a line in the table of pages.cpp and an addPage() by the composition.
struct PageSpec {
    PageId id;
    const char16_t* icon;
    const char* title;  // to be translated in the context "Pages"
    ActionId action;
    bool panels;  // whether sources panel and inspector stand beside it
};

[[nodiscard]] std::span<const PageSpec> pageSpecs();
[[nodiscard]] const PageSpec& pageSpec(PageId id);
[[nodiscard]] QString pageTitle(PageId id);

}  // namespace podium::views
