// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAbstractButton;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace podium::base {
struct Error;
}

namespace podium::views {

/// Words inside the view that they concern, with what can be done about it: never a box that stops
/// the work. Hidden until shown.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Info, Warning, Error };

    explicit MessageBar(QWidget* parent = nullptr);

    /// Shows the bar without buttons of an earlier message. `details` may be copied; empty: no such
    /// button.
    void showMessage(Kind kind, const QString& text, const QString& details = {});
    /// The sentence of an error; its code and arguments are the details.
    void showError(const base::Error& error);
    /// A button for this message. Owned by the bar, gone with the next message.
    QPushButton* addAction(const QString& text);

    [[nodiscard]] QString text() const;
    [[nodiscard]] Kind kind() const { return m_kind; }

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    void copyDetails();

    Kind m_kind = Kind::Info;
    QString m_details;
    QLabel* m_icon;
    QLabel* m_text;
    QHBoxLayout* m_actions;
    QToolButton* m_copy;
    QToolButton* m_close;
};

}  // namespace podium::views
