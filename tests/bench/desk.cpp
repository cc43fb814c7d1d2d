// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "measure.h"
#include "views/runs/runtable.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace podium::bench {

Desk::Desk(cache::Cache& cache, QSize size)
    : m_view(cache, m_engine),
      m_field(&m_window),
      m_page(m_view, m_chosen, m_undo, base::systemClock(), &m_window),
      m_binding(m_field, m_view, m_undo, nullptr) {
    auto* layout = new QVBoxLayout(&m_window);
    layout->addWidget(&m_field);
    layout->addWidget(&m_page, 1);
    m_page.table()->viewport()->installEventFilter(this);
    connect(&m_view, &session::RunsView::loadingChanged, this,
            [this](bool loading) { m_loading = loading; });
    m_window.resize(size);
    m_window.show();
    m_window.activateWindow();
    m_field.focusAll();
    QCoreApplication::processEvents();
}

void Desk::type(QChar character) {
    QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(character));
    QCoreApplication::sendEvent(m_field.edit(), &press);
}

bool Desk::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Paint && m_view.snapshot()->tree.size() > 0)
        m_painted = m_view.snapshot()->version;
    return QObject::eventFilter(watched, event);
}

void Desk::waitForPaint(quint64 version, const std::function<bool()>& enough) {
    constexpr qint64 Longest = 60'000;
    QElapsedTimer timer;
    timer.start();
    while (m_painted <= version || !enough()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (timer.elapsed() > Longest)
            fail("the rows were not painted");
    }
}

}  // namespace podium::bench
