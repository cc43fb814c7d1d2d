// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace podium::views {

class ElidedLabel;

/// A dim head in small capitals over a group, with room for a button at its end. The text is given
/// in ordinary letters; what a screen reader says stays so.
class SectionHeader : public QWidget {
    Q_OBJECT
public:
    explicit SectionHeader(const QString& text = {}, QWidget* parent = nullptr);

    void setText(const QString& text);
    /// A tool button or the like at the end; the header owns it then.
    void addWidget(QWidget* widget);

protected:
    void changeEvent(QEvent* event) override;

private:
    ElidedLabel* m_label;
};

}  // namespace podium::views
