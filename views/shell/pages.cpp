// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/pages.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace podium::views {

namespace {

constexpr std::array Specs = {
    PageSpec{PageId::Runs, u"list", QT_TRANSLATE_NOOP("Pages", "Runs"), ActionId::PageRuns, true},
    PageSpec{PageId::Compare, u"git-compare", QT_TRANSLATE_NOOP("Pages", "Compare"),
             ActionId::PageCompare, false},
    PageSpec{PageId::Models, u"box", QT_TRANSLATE_NOOP("Pages", "Models"), ActionId::PageModels,
             false},
    PageSpec{PageId::Reviews, u"square-check", QT_TRANSLATE_NOOP("Pages", "Reviews"),
             ActionId::PageReviews, false},
    PageSpec{PageId::Problems, u"triangle-alert", QT_TRANSLATE_NOOP("Pages", "Problems"),
             ActionId::PageProblems, false},
    PageSpec{PageId::Sources, u"database", QT_TRANSLATE_NOOP("Pages", "Sources"),
             ActionId::PageSources, false},
};

}  // namespace

std::span<const PageSpec> pageSpecs() {
    return Specs;
}

const PageSpec& pageSpec(PageId id) {
    const auto* found = std::find_if(Specs.begin(), Specs.end(),
                                     [id](const PageSpec& spec) { return spec.id == id; });
    return found != Specs.end() ? *found : Specs.front();
}

QString pageTitle(PageId id) {
    return QCoreApplication::translate("Pages", pageSpec(id).title);
}

}  // namespace podium::views
