// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/prompttext.h"
#include "session/registrybook.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QStackedWidget;

namespace podium::views {

class ElidedLabel;

/// The text of a prompt's version, alone or beside another version's with what differs marked; at
/// first beside the one before. Lives on the UI thread.
class PromptView : public QWidget {
    Q_OBJECT
public:
    using Entry = std::shared_ptr<const session::ModelEntry>;

    explicit PromptView(QWidget* parent = nullptr);

    /// Shows nothing for what is no prompt.
    void setVersion(const Entry& entry, std::int64_t version);

private:
    /// One side: what is shown of a version.
    struct Side {
        QString title;
        items::PromptText prompt;

        friend bool operator==(const Side&, const Side&) = default;
    };
    void fillOthers(std::int64_t wanted);
    void showVersion();
    void showText(const Side& side);
    void showDifference(const Side& left, const Side& right);
    [[nodiscard]] Side side(std::int64_t version) const;

    Entry m_entry;
    std::int64_t m_version = 0;
    bool m_alone = false;  // chosen: the text without another
    Side m_left, m_right;  // what the difference shows
    QComboBox* m_others;
    ElidedLabel* m_variables;
    QLabel* m_note;
    QStackedWidget* m_stack;
    QPlainTextEdit* m_text;
    QWidget* m_difference = nullptr;
};

}  // namespace podium::views
