// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/text/networkwords.h"

#include "views/text/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium::views {

namespace {

struct NetworkWords {
    Q_DECLARE_TR_FUNCTIONS(Network)
};

}  // namespace

QString awaitedWords(std::string_view what) {
    if (what == "connection")
        return NetworkWords::tr("while connecting");
    if (what == "answer")
        return NetworkWords::tr("while waiting for its answer");
    if (what == "rest")
        return NetworkWords::tr("in the middle of its answer");
    return oneLine(what);
}

QString loginWords(std::string_view reason) {
    if (reason == "secret-scope")
        return NetworkWords::tr("secret scopes can be read inside Databricks only");
    // Kinds of login are single words of letters, digits, "-" and "_".
    const bool kind = !reason.empty() && std::ranges::all_of(reason, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
    if (!kind)
        return oneLine(reason);
    return NetworkWords::tr(
               "it wants “%1”, which another program or a browser has to do; "
               "enter keys or a token instead")
        .arg(oneLine(reason));
}

QString keychainWords(std::string_view reason) {
    if (reason == "locked")
        return NetworkWords::tr("it is locked");
    if (reason == "timeout")
        return NetworkWords::tr("it did not answer in time");
    return oneLine(reason);
}

}  // namespace podium::views
