// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/aboutdialog.h"

#include "podium_version.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace podium::views {

namespace {

QLabel* plainLabel(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

}  // namespace

AboutDialog::AboutDialog(const QStringList& versions, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Podium"));
    setAccessibleName(windowTitle());
    const QString version = QLatin1String(program::version);
    auto* logo = new QLabel(this);
    logo->setPixmap(
        iconPixmap(u"podium", palette().color(QPalette::WindowText), 56, devicePixelRatioF()));
    auto* name = plainLabel(QStringLiteral("Podium ") + version, this);
    name->setFont(titleFont(font()));
    auto* what = plainLabel(
        tr("Browse machine-learning experiments: fast, offline, on your own machine."), this);

    QStringList stack = versions;
    stack.prepend(QStringLiteral("Qt ") + QLatin1String(qVersion()));
    stack.append(QSysInfo::prettyProductName() + QStringLiteral(", ") +
                 QSysInfo::currentCpuArchitecture());
    const QString report =
        QStringLiteral("Podium ") + version + QLatin1Char('\n') + stack.join(QLatin1Char('\n'));
    auto* details = plainLabel(stack.join(QLatin1Char('\n')), this);
    details->setObjectName(QStringLiteral("aboutVersions"));
    details->setFont(monoFont(smallFont(font())));
    auto* licence = plainLabel(
        tr("Free software under the GNU General Public License, version 3 or later; without any "
           "warranty. Charts are drawn with QCustomPlot (GPL 3), icons are Lucide's (ISC)."),
        this);
    QPalette dim = palette();
    dim.setColor(QPalette::WindowText, colors(palette()).dim);
    licence->setPalette(dim);

    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::Gap);
    for (QLabel* label : {name, what, details, licence})
        words->addWidget(label);
    words->addStretch();
    auto* top = new QHBoxLayout;
    top->setSpacing(metrics::Group);
    top->addWidget(logo, 0, Qt::AlignTop);
    top->addLayout(words, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    auto* copy = buttons->addButton(tr("Copy versions"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("aboutCopy"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(metrics::Group);
    layout->addLayout(top, 1);
    layout->addWidget(buttons);
    resize(480, minimumSizeHint().height());
    connect(copy, &QPushButton::clicked, this,
            [report] { QApplication::clipboard()->setText(report); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

}  // namespace podium::views
