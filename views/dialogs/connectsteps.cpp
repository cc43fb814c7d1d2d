// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/connectsteps.h"

#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace podium::views {

using session::TestOutcome;
using session::TestResult;
using session::TestStep;

namespace {

constexpr int IconSize = 16;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(podium::views::ConnectSteps)
};

QString goodWords(const TestResult& result) {
    const QString detail = oneLine(result.detail, 120);
    switch (result.step) {
        case TestStep::Name:
            return Words::tr("The name was found.");
        case TestStep::Connection:
            return Words::tr("The server accepts connections.");
        case TestStep::Certificate:
            return Words::tr("The certificate is good.");
        case TestStep::Login:
            return detail.isEmpty() ? Words::tr("No login was needed.")
                                    : Words::tr("Signed in as %1.").arg(detail);
        case TestStep::Version:
            return detail.isEmpty() ? Words::tr("An MLflow server that does not tell its version.")
                                    : Words::tr("MLflow %1.").arg(detail);
        case TestStep::Rights:
            return detail.isEmpty() ? Words::tr("Experiments and runs may be read.")
                                    : Words::tr("%1 may be read.").arg(detail);
        case TestStep::Artifacts:
            return Words::tr("Artifacts can be listed.");
    }
    return {};
}

}  // namespace

QString testStepName(TestStep step) {
    switch (step) {
        case TestStep::Name:
            return Words::tr("Name");
        case TestStep::Connection:
            return Words::tr("Connection");
        case TestStep::Certificate:
            return Words::tr("Certificate");
        case TestStep::Login:
            return Words::tr("Login");
        case TestStep::Version:
            return Words::tr("Server");
        case TestStep::Rights:
            return Words::tr("Rights");
        case TestStep::Artifacts:
            return Words::tr("Artifacts");
    }
    return {};
}

QString testSentence(const TestResult& result) {
    if (result.error)
        return describe(*result.error);
    if (result.outcome == TestOutcome::Ok)
        return goodWords(result);
    if (result.outcome == TestOutcome::Warning && result.step == TestStep::Certificate)
        return Words::tr("The certificate is not checked: others on the network could read along.");
    if (result.outcome == TestOutcome::Skipped && result.step == TestStep::Certificate)
        return Words::tr("Not used: the connection is not encrypted.");
    if (result.outcome == TestOutcome::Skipped && result.step == TestStep::Artifacts)
        return Words::tr("Not tried: there is no run yet whose artifacts could be listed.");
    return Words::tr("Not tried.");
}

ConnectSteps::ConnectSteps(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("connectSteps"));
    setAccessibleName(tr("Steps of the test"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::Gap);
    grid->setVerticalSpacing(metrics::Gap);
    grid->setColumnStretch(2, 1);
    for (std::size_t i = 0; i < Count; ++i) {
        Line& line = m_lines.at(i);
        line.icon = new QLabel(this);
        line.icon->setFixedSize(IconSize, IconSize + 2);
        line.name = new QLabel(testStepName(static_cast<TestStep>(i)), this);
        line.words = new QLabel(this);
        line.words->setObjectName(QStringLiteral("connectStep%1").arg(i));
        line.words->setTextFormat(Qt::PlainText);
        line.words->setWordWrap(true);
        line.words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        line.words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        const int row = static_cast<int>(i);
        grid->addWidget(line.icon, row, 0, Qt::AlignTop);
        grid->addWidget(line.name, row, 1, Qt::AlignTop);
        grid->addWidget(line.words, row, 2);
    }
}

void ConnectSteps::begin() {
    for (std::size_t i = 0; i < Count; ++i)
        set(i, State::Waiting, {});
    set(0, State::Running, tr("Looking…"));
}

void ConnectSteps::add(const TestResult& result) {
    const auto step = static_cast<std::size_t>(result.step);
    constexpr std::array States = {State::Ok, State::Warning, State::Failed, State::Skipped};
    set(step, States.at(static_cast<std::size_t>(result.outcome)), testSentence(result));
    if (result.outcome != TestOutcome::Failed && step + 1 < Count &&
        m_lines.at(step + 1).state == State::Waiting)
        set(step + 1, State::Running, tr("Looking…"));
}

void ConnectSteps::end(bool cancelled) {
    for (std::size_t i = 0; i < Count; ++i) {
        const State state = m_lines.at(i).state;
        if (state == State::Waiting || state == State::Running)
            set(i, State::Skipped, cancelled ? tr("Cancelled.") : tr("Not tried."));
    }
}

void ConnectSteps::set(std::size_t step, State state, const QString& words) {
    Line& line = m_lines.at(step);
    line.state = state;
    line.words->setText(words);
    constexpr std::array Said = {QT_TR_NOOP("waiting"), QT_TR_NOOP("running"),
                                 QT_TR_NOOP("ok"),      QT_TR_NOOP("warning"),
                                 QT_TR_NOOP("failed"),  QT_TR_NOOP("not tried")};
    line.words->setAccessibleName(
        tr("%1, %2: %3")
            .arg(line.name->text(), tr(Said.at(static_cast<std::size_t>(state))), words));
    line.icon->setToolTip(tr(Said.at(static_cast<std::size_t>(state))));
    paintIcons();
}

void ConnectSteps::paintIcons() {
    const Colors& c = colors(palette());
    for (const Line& line : m_lines) {
        struct Look {
            QStringView icon;
            QColor color;
        };
        const std::array<Look, 6> looks = {
            Look{u"circle", c.line},     Look{u"loader-circle", c.accent},
            Look{u"circle-check", c.ok}, Look{u"triangle-alert", c.warn},
            Look{u"circle-x", c.bad},    Look{u"minus", c.dim}};
        const Look& look = looks.at(static_cast<std::size_t>(line.state));
        line.icon->setPixmap(iconPixmap(look.icon, look.color, IconSize, devicePixelRatioF()));
        QPalette dim = palette();
        const bool quiet = line.state == State::Waiting || line.state == State::Skipped;
        dim.setColor(QPalette::WindowText, quiet ? c.dim : c.text);
        line.words->setPalette(dim);
        line.name->setPalette(dim);
    }
}

QString ConnectSteps::text() const {
    QStringList lines;
    for (const Line& line : m_lines)
        lines.append(line.words->accessibleName());
    return lines.join(u'\n');
}

bool ConnectSteps::anyFailed() const {
    return std::ranges::any_of(m_lines,
                               [](const Line& line) { return line.state == State::Failed; });
}

void ConnectSteps::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_lines.front().icon != nullptr) {
        const QSignalBlocker quiet(this);
        paintIcons();
    }
}

}  // namespace podium::views
