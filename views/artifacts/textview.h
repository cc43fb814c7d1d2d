// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/lines.h"
#include "jobs/slot.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QTextLayout>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace podium::views {

/// A place in the text: a row and a position in its QString.
struct TextPlace {
    qint64 row = 0;
    int column = 0;
    friend auto operator<=>(const TextPlace&, const TextPlace&) = default;
};

/// A row as it is shown: control characters and marks that turn the order of the text become
/// visible signs, one for one.
[[nodiscard]] QString printableRow(const std::string& utf8);

/// Shows rows of a LineSource of any length: only the rows on the screen are read (by jobs) and
/// laid out. Line numbers, selection, copy, search, optional wrapping. Lives on the UI thread.
class TextView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit TextView(jobs::JobEngine& engine, QWidget* parent = nullptr);
    ~TextView() override;

    void setSource(std::shared_ptr<artifacts::LineSource> source);
    void setWrapped(bool wrapped);
    [[nodiscard]] bool isWrapped() const { return m_wrapped; }

    [[nodiscard]] qint64 rowCount() const { return m_rows; }
    [[nodiscard]] qint64 topRow() const;
    void scrollToRow(qint64 row);

    [[nodiscard]] bool hasSelection() const { return m_anchor != m_caret; }
    void selectAll();
    /// Puts the selected text on the clipboard, at most MaxCopied bytes of it; a long selection is
    /// read by a job first.
    void copy();
    static constexpr qint64 MaxCopied = 16 * 1024 * 1024;

    enum class Search { Here, Next, Previous };
    /// Looks for the text from the selection's start (Here: while it is typed), behind it or before
    /// it, and selects what is found. Ends with searched().
    void find(const QString& text, Search search, bool caseSensitive);
    void cancelFind();

    /// What is on the screen, for screen readers and tests.
    [[nodiscard]] QString visibleText() const;

Q_SIGNALS:
    /// The first rows are on the screen.
    void shown();
    /// More rows are known; `complete` when all are.
    void grown(qint64 rows, bool complete);
    void searched(bool found);
    void copyTruncated();
    void failed(const podium::base::Error& error);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Row {
        QString text;
        qint64 number = 0;
        std::vector<artifacts::StyledPart> parts;
    };
    using Rows = std::vector<artifacts::Line>;
    using Found = std::optional<TextPlace>;

    [[nodiscard]] const Row* row(qint64 index) const;
    [[nodiscard]] QTextLayout* layout(qint64 index);
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int gutterWidth() const;
    [[nodiscard]] int rowHeight(qint64 index);
    [[nodiscard]] int rowsPerPage() const;
    [[nodiscard]] TextPlace placeAt(const QPoint& point);
    [[nodiscard]] QString selectedText(const Rows& rows, TextPlace from, TextPlace to) const;
    void keepRows(qint64 first, const Rows& rows);
    void requestRows();
    void growMore();
    void updateBars();
    void scrollLines(int lines);
    void extendSelection(TextPlace place);
    void select(TextPlace place, int length);
    void moveCaret(QKeyEvent* event);
    [[nodiscard]] QList<QTextLayout::FormatRange> formats(const Row& row) const;
    void forgetLayouts();
    void paintRow(QPainter& painter, qint64 index, int top);

    jobs::Slot<Rows> m_reading;
    jobs::Slot<bool> m_growing;
    jobs::Slot<Found> m_finding;
    jobs::Slot<Rows> m_copying;
    std::shared_ptr<artifacts::LineSource> m_source;
    qint64 m_rows = 0;
    qint64 m_lines = 0;
    bool m_complete = false;
    bool m_shown = false;
    bool m_wrapped = false;
    bool m_growingNow = false;
    std::unordered_map<qint64, Row> m_cache;
    std::unordered_map<qint64, std::unique_ptr<QTextLayout>> m_layouts;
    qint64 m_requestedFirst = -1;  // first row of the read that is under way
    int m_topLine = 0;             // wrapped lines of the top row that are scrolled out
    int m_widest = 0;              // pixels of the widest row seen so far
    TextPlace m_anchor;
    TextPlace m_caret;
    QBasicTimer m_autoScroll;
    QPoint m_dragPoint;
};

}  // namespace podium::views
