// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/diffviews.h"
#include "views/artifacts/filediff.h"
#include "views/text/text.h"
#include "views/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace podium::views {

using base::Result;

FileDiffDialog::FileDiffDialog(jobs::JobEngine& engine, QWidget* parent)
    : QDialog(parent),
      m_comparing(engine, this),
      m_head(new QLabel(this)),
      m_stack(new QStackedWidget(this)),
      m_message(new QLabel(this)) {
    setObjectName(QStringLiteral("fileDiffDialog"));
    resize(1000, 640);
    for (QLabel* label : {m_head, m_message}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_head->setObjectName(QStringLiteral("fileDiffHead"));
    m_message->setObjectName(QStringLiteral("fileDiffMessage"));
    m_message->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_message);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(metrics::Group, metrics::Group, metrics::Group, metrics::Group);
    box->setSpacing(metrics::Gap);
    box->addWidget(m_head);
    box->addWidget(m_stack, 1);
    box->addWidget(buttons);
    for (const bool backward : {false, true}) {
        auto* key = new QShortcut(
            QKeySequence(backward ? QStringLiteral("Shift+F7") : QStringLiteral("F7")), this);
        connect(key, &QShortcut::activated, this, [this, backward] {
            if (auto* text = m_stack->currentWidget()->findChild<TextDiffView*>())
                text->next(backward);
        });
    }
}

void FileDiffDialog::compare(const DiffSide& left, const DiffSide& right, const QString& path) {
    setWindowTitle(tr("Difference of %1").arg(path));
    m_head->setText(tr("%1: “%2” and “%3”").arg(path, left.title, right.title));
    m_message->setText(tr("Comparing …"));
    m_stack->setCurrentWidget(m_message);
    m_comparing.start(
        [left, right, path](std::stop_token stop,
                            base::Progress&) -> Result<std::shared_ptr<FileDiff>> {
            auto diff = compareFiles(left, right, path, stop);
            if (!diff.ok())
                return diff.as<std::shared_ptr<FileDiff>>();
            return std::make_shared<FileDiff>(std::move(diff).value());
        },
        [this, left, right, path](Result<std::shared_ptr<FileDiff>> diff) {
            if (diff.failed())
                m_message->setText(describe(withPath(diff.error(), path)));
            else
                showDiff(*diff.value(), left, right);
            Q_EMIT shown();
        });
}

void FileDiffDialog::showDiff(const FileDiff& diff, const DiffSide& left, const DiffSide& right) {
    QWidget* page = nullptr;
    if (diff.isPicture) {
        page = new PictureDiffView(diff.left, diff.right,
                                   differenceOf(diff.left, diff.right, colors(palette()).bad),
                                   left.title, right.title, m_stack);
    } else if (diff.report.sideBySide) {
        page = new QWidget(m_stack);
        auto* box = new QVBoxLayout(page);
        box->setContentsMargins(0, 0, 0, 0);
        auto* about =
            new QLabel(diff.report.notice + u' ' + tr("F7 goes to the next difference."), page);
        about->setObjectName(QStringLiteral("fileDiffAbout"));
        about->setForegroundRole(QPalette::PlaceholderText);
        box->addWidget(about);
        box->addWidget(new TextDiffView(diff.report.sideBySide, left.title, right.title, page), 1);
    } else {
        auto* report = new ReportView(m_stack);
        report->resize(m_stack->size());
        report->setReport(diff.report);
        page = report;
    }
    m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
    page->setFocus();
}

}  // namespace podium::views
