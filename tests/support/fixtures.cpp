// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fixtures.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>

namespace podium::tests {

Fixture::Fixture(const QString& name) : m_dir(std::make_unique<QTemporaryDir>()) {
    const QString archive =
        QString::fromUtf8(PODIUM_TEST_DATA) + QLatin1Char('/') + name + QLatin1String(".tar.gz");
    QProcess tar;
    tar.start(QStringLiteral("tar"),
              {QStringLiteral("-xzf"), archive, QStringLiteral("-C"), m_dir->path()});
    if (!tar.waitForFinished() || tar.exitStatus() != QProcess::NormalExit || tar.exitCode() != 0)
        m_error = archive + QLatin1String(": ") + QString::fromUtf8(tar.readAllStandardError());
    m_folder = m_dir->filePath(name.section(QLatin1Char('/'), -1));
}

std::filesystem::path Fixture::mlruns() const {
    return std::filesystem::path(m_folder.toStdString()) / "mlruns";
}

QJsonObject Fixture::expected() const {
    QFile file(m_folder + QLatin1String("/expected.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

}  // namespace podium::tests
