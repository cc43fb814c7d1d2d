// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/figure/runset.h"

#include "views/text/text.h"

namespace podium::views {

QString RunSet::name(std::size_t run) const {
    const std::string_view text =
        frame->text(query::attributeColumn(query::Attribute::RunName), rows[run]);
    return text.empty() ? runId(run) : oneLine(text);
}

QString RunSet::runId(std::size_t run) const {
    return oneLine(frame->text(query::attributeColumn(query::Attribute::RunId), rows[run]));
}

}  // namespace podium::views
