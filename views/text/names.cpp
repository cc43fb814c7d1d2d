// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/text/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium::views {

namespace {

class Names {
    Q_DECLARE_TR_FUNCTIONS(Names)
public:
    static QString status(domain::RunStatus status) {
        switch (status) {
            case domain::RunStatus::Running:
                return tr("Running");
            case domain::RunStatus::Scheduled:
                return tr("Scheduled");
            case domain::RunStatus::Finished:
                return tr("Finished");
            case domain::RunStatus::Failed:
                return tr("Failed");
            case domain::RunStatus::Killed:
                return tr("Killed");
            case domain::RunStatus::Unknown:
                break;
        }
        return tr("Unknown");
    }
    static QString lifecycle(domain::Lifecycle lifecycle) {
        return lifecycle == domain::Lifecycle::Deleted ? tr("Deleted") : tr("Active");
    }
    static QString stage(std::string_view stage) {
        if (stage.empty() || stage == "None")
            return tr("None", "stage of a model version");
        if (stage == "Staging")
            return tr("Staging");
        if (stage == "Production")
            return tr("Production");
        if (stage == "Archived")
            return tr("Archived");
        return oneLine(stage);
    }
};

// A visible sign for what would break a line or move the cursor; the pictures of U+2400.
QChar visible(QChar c) {
    if (c.unicode() == 0x7f)
        return QChar(0x2421);
    if (c.unicode() < 0x20)
        return QChar(static_cast<char16_t>(0x2400 + c.unicode()));
    if (c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
        return QChar(0x240a);
    // Overrides of the writing direction could make a path read as another one.
    const bool direction = (c.unicode() >= 0x202a && c.unicode() <= 0x202e) ||
                           (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
    return direction ? QChar(QChar::ReplacementCharacter) : c;
}

}  // namespace

QString statusText(domain::RunStatus status) {
    return Names::status(status);
}

QString lifecycleText(domain::Lifecycle lifecycle) {
    return Names::lifecycle(lifecycle);
}

QString stageText(std::string_view stage) {
    return Names::stage(stage);
}

QString oneLine(std::string_view utf8, int longest) {
    // A character has at most four bytes: no more are looked at than can be shown.
    const auto bound = static_cast<std::size_t>(longest) * 4;
    const std::string_view head = utf8.substr(0, bound);
    QString text = QString::fromUtf8(head.data(), static_cast<qsizetype>(head.size()));
    const bool cut = head.size() < utf8.size() || text.size() > longest;
    text.truncate(longest);
    std::transform(text.begin(), text.end(), text.begin(), visible);
    if (cut) {
        if (text.endsWith(QChar(QChar::ReplacementCharacter)) ||
            (!text.isEmpty() && text.back().isHighSurrogate())) {
            text.chop(1);
        }
        text += QChar(0x2026);
    }
    return text;
}

}  // namespace podium::views
