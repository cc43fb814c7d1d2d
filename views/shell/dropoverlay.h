// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QMimeData;

namespace podium::views {

/// What a drop carries that could be a source: paths of local files, and addresses.
[[nodiscard]] QStringList droppedSources(const QMimeData& data);

/// Whether a dropped path is, by its name, the file of a view and not a source.
[[nodiscard]] bool isViewFile(const QString& source);

/// Says, from the names alone, what opening them will do; nothing is touched for it.
[[nodiscard]] QString describeDrop(const QStringList& sources);

/// Lies over the whole window while something is dragged above it, and says what a drop will do.
/// The pointer goes through it.
class DropOverlay : public QWidget {
    Q_OBJECT
public:
    explicit DropOverlay(QWidget* window);

    void appear(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
};

}  // namespace podium::views
