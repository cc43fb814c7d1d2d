// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/textaccess.h"

#include "views/artifacts/textview.h"

#include <QAccessibleWidget>

#include <algorithm>

namespace podium::views {

namespace {

class AccessibleTextView : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit AccessibleTextView(TextView* view)
        : QAccessibleWidget(view, QAccessible::Document), m_view(view) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QAccessible::State state() const override {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        return state;
    }

    void selection(int, int* start, int* end) const override { *start = *end = 0; }
    int selectionCount() const override { return 0; }
    void addSelection(int, int) override {}
    void removeSelection(int) override {}
    void setSelection(int, int, int) override {}
    int cursorPosition() const override { return 0; }
    void setCursorPosition(int) override {}
    QString text(int start, int end) const override {
        const QString all = m_view->visibleText();
        const qsizetype stop = end < 0 ? all.size() : end;
        return all.mid(start, std::max<qsizetype>(0, stop - start));
    }
    QString text(QAccessible::Text what) const override { return QAccessibleWidget::text(what); }
    int characterCount() const override { return static_cast<int>(m_view->visibleText().size()); }
    QRect characterRect(int) const override { return rect(); }
    int offsetAtPoint(const QPoint&) const override { return -1; }
    void scrollToSubstring(int, int) override {}
    QString attributes(int, int* start, int* end) const override {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    TextView* m_view;
};

QAccessibleInterface* makeAccess(const QString&, QObject* object) {
    auto* view = qobject_cast<TextView*>(object);
    return view ? new AccessibleTextView(view) : nullptr;
}

}  // namespace

void installTextAccess() {
    static const bool installed = [] {
        QAccessible::installFactory(makeAccess);
        return true;
    }();
    static_cast<void>(installed);
}

}  // namespace podium::views
