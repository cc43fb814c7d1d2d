// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>
#include <QVector>

#include <functional>

class QListWidget;

namespace podium::views {

struct CompletionItem {
    QString text;    // what is put into the line
    QString detail;  // dim words at the end: "metric", "312 runs"
};

/// What may stand at the cursor: the items replace [start, start + length) of the text.
struct Completion {
    int start = 0;
    int length = 0;
    QVector<CompletionItem> items;
};

/// Called on the UI thread at each change of text or cursor: it must answer at once.
using CompletionProvider = std::function<Completion(const QString& text, int cursor)>;

/// The list under a line edit. It is a child of the window and never takes the focus: its line edit
/// hands it the keys.
class CompletionPopup : public QFrame {
    Q_OBJECT
public:
    explicit CompletionPopup(QWidget* window);

    void setCompletion(const Completion& completion);
    [[nodiscard]] const Completion& completion() const { return m_completion; }
    /// Shows the list with its first row at `topLeft` (in the window's coordinates), as large as it
    /// needs and the window allows.
    void popUp(const QPoint& topLeft);
    void step(int rows);
    /// The item that Enter would take, or nullptr.
    [[nodiscard]] const CompletionItem* current() const;

Q_SIGNALS:
    void chosen();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Completion m_completion;
    QListWidget* m_list;
};

}  // namespace podium::views
