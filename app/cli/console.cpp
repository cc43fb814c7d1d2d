// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "views/text/text.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace podium::app {

namespace {

constexpr int BarWidth = 30;

QString bar(const base::Progress& progress, const QString& file) {
    const qint64 done = progress.done.load();
    const qint64 total = progress.total.load();
    const int filled = total > 0 ? static_cast<int>(BarWidth * done / total) : 0;
    const QString drawn = QString(filled, u'#') % QString(BarWidth - filled, u'.');
    if (!file.isEmpty())
        return QStringLiteral("[%1] %2 / %3 %4\033[K")
            .arg(drawn, views::bytes(done), total > 0 ? views::bytes(total) : QStringLiteral("?"),
                 file);
    return QStringLiteral("[%1] %2 / %3")
        .arg(drawn, QString::number(done),
             total > 0 ? QString::number(total) : QStringLiteral("?"));
}

}  // namespace

Output::Output() : m_stream(stdout) {}

Output::Output(std::filesystem::path file) : m_file(std::move(file)), m_part(m_file) {
    m_part += ".part";
    m_stream = std::fopen(m_part.c_str(), "wbe");
    if (m_stream == nullptr)
        m_error = errno;
}

Output::~Output() {
    if (m_stream != nullptr && m_stream != stdout) {
        std::fclose(m_stream);
        ::unlink(m_part.c_str());
    }
}

void Output::write(std::string_view text) {
    if (m_error != 0 || text.empty())
        return;
    if (std::fwrite(text.data(), 1, text.size(), m_stream) != text.size())
        m_error = errno;
}

std::optional<base::Error> Output::finish() {
    if (m_error == 0 && std::fflush(m_stream) != 0)
        m_error = errno;
    if (m_error == 0 && m_stream != stdout) {
        // On the disk before it gets its name: a power cut must not leave an empty file.
        if (::fsync(::fileno(m_stream)) != 0 && errno != EINVAL)
            m_error = errno;
        if (std::fclose(m_stream) != 0 && m_error == 0)
            m_error = errno;
        m_stream = nullptr;
        if (m_error == 0 && std::rename(m_part.c_str(), m_file.c_str()) != 0)
            m_error = errno;
        if (m_error != 0)
            ::unlink(m_part.c_str());
    }
    if (m_error == 0)
        return std::nullopt;
    return failure(m_error);
}

base::Error Output::failure(int errnoValue) const {
    const std::string place = m_file.empty() ? "stdout" : m_file.string();
    return {base::ErrorCode::WriteFailed, {place, base::systemReason(errnoValue)}};
}

void complain(const QString& sentence) {
    const QByteArray line = "podium: " + sentence.toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

void complain(const base::Error& error) {
    complain(views::describe(error));
}

ProgressBar::ProgressBar(const base::Progress& progress, const QString& file) {
    if (::isatty(STDERR_FILENO) == 0)
        return;
    m_thread = std::jthread([&progress, file](const std::stop_token& stop) {
        std::mutex mutex;
        std::condition_variable_any wake;
        std::unique_lock lock(mutex);
        while (!wake.wait_for(lock, stop, std::chrono::milliseconds(100),
                              [&stop] { return stop.stop_requested(); })) {
            const QByteArray line = '\r' + bar(progress, file).toUtf8();
            std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
        }
        std::fputs("\r\033[K", stderr);
    });
}

ProgressBar::~ProgressBar() = default;

}  // namespace podium::app
