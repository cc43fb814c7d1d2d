// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace podium::views {

/// Says in the place of a preview why there is none: nothing chosen, an empty file, an error.
class PreviewMessage : public QWidget {
    Q_OBJECT
public:
    explicit PreviewMessage(QWidget* parent = nullptr);
    void show(const QString& iconName, const QString& title, const QString& text = {});
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintIcon();

    QString m_iconName;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
};

}  // namespace podium::views
