// SPDX-License-Identifier: GPL-3.0-or-later
// Downloads to a file: whole or not at all, carried on after a cut, never mixed with another file.
#include "tests/http/quickclient.h"
#include "tests/support/httpserver.h"
#include "tests/support/tree.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <string>

using namespace podium;
using namespace podium::tests;
using namespace std::chrono_literals;

namespace {

std::string content(std::size_t size, unsigned seed) {
    std::string text(size, '\0');
    for (char& byte : text) {
        seed = seed * 1'664'525U + 1'013'904'223U;
        byte = static_cast<char>(seed >> 24U);
    }
    return text;
}

/// Serves one file as servers do that support ranges.
class FileHandler {
public:
    FileHandler(std::string bytes, std::string tag)
        : m_bytes(std::move(bytes)), m_tag(std::move(tag)) {}

    HttpReply operator()(const HttpRequest& request) const {
        const std::string range = request.header("Range");
        HttpReply reply = HttpReply::text(m_bytes, 200, "application/octet-stream");
        if (!m_tag.empty())
            reply.headers.emplace_back("ETag", m_tag);
        if (range.starts_with("bytes=") && request.header("If-Range") == m_tag) {
            const std::size_t from = std::stoul(range.substr(6));
            if (from >= m_bytes.size())
                return HttpReply::text("", 416);
            reply.status = 206;
            reply.body = std::make_shared<const std::string>(m_bytes.substr(from));
            reply.headers.emplace_back("Content-Range", "bytes " + std::to_string(from) + '-' +
                                                            std::to_string(m_bytes.size() - 1) +
                                                            '/' + std::to_string(m_bytes.size()));
        }
        return reply;
    }

private:
    std::string m_bytes;
    std::string m_tag;
};

HttpReply cutAfter(HttpReply reply, std::int64_t bytes) {
    reply.fault = Fault::CutInBody;
    reply.faultAfter = bytes;
    return reply;
}

}  // namespace

class TestDownload : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whole_data();
    void whole();
    void isCarriedOnAfterACut();
    void isCarriedOnByAnotherClient();
    void changedFileBeginsAnew();
    void serverWithoutRangesBeginsAnew();
    void wrongRangeBeginsAnew();
    void tooLongPartBeginsAnew();
    void anotherAddressBeginsAnew();
    void weakMarksAreNotTrusted();
    void errorsLeaveNothing_data();
    void errorsLeaveNothing();
    void oldFileStaysUntilTheNewIsWhole();
    void cannotBeWritten();
    void stopKeepsThePart();
    void tooLarge();
    void progress();
    void silenceEnds();

private:
    [[nodiscard]] http::Request request(const HttpServer& server, const char* path = "/f") const;
    [[nodiscard]] std::string read(const char* ending = "") const;
    [[nodiscard]] bool exists(const char* ending) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::filesystem::path m_file;
    const std::string m_bytes = content(1'000'000, 1);
};

void TestDownload::init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_file = std::filesystem::path(m_dir->path().toStdString()) / "model.bin";
}

http::Request TestDownload::request(const HttpServer& server, const char* path) const {
    http::Request request = http::Request::get(server.url(path));
    request.toFile = m_file;
    return request;
}

std::string TestDownload::read(const char* ending) const {
    QFile file(QString::fromStdString(m_file.string()) + QLatin1String(ending));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

bool TestDownload::exists(const char* ending) const {
    return QFile::exists(QString::fromStdString(m_file.string()) + QLatin1String(ending));
}

void TestDownload::whole_data() {
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("chunked");
    for (const int size : {0, 1, 100'000, 20'000'000}) {
        QTest::addRow("%d", size) << size << false;
        QTest::addRow("%d in chunks", size) << size << true;
    }
}

void TestDownload::whole() {
    QFETCH(int, size);
    QFETCH(bool, chunked);
    const std::string bytes = content(static_cast<std::size_t>(size), 7);
    HttpServer server([&](const HttpRequest&) {
        HttpReply reply = HttpReply::text(bytes);
        reply.chunked = chunked;
        return reply;
    });
    http::HttpClient client(quick());
    const auto answer = client.fetch(request(server));
    QCOMPARE(outcome(answer), QByteArray("200"));
    QCOMPARE(answer.value().bytes, size);
    QVERIFY(answer.value().body.empty());
    QVERIFY(read() == bytes);
    QVERIFY(!exists(".part") && !exists(".part.from"));
    QCOMPARE(server.requests().at(0).header("Accept-Encoding"), std::string());
}

void TestDownload::isCarriedOnAfterACut() {
    std::atomic<int> cuts{2};
    HttpServer server([&, handler = FileHandler(m_bytes, "\"v1\"")](const HttpRequest& asked) {
        const HttpReply reply = handler(asked);
        return cuts-- > 0 ? cutAfter(reply, 300'000) : reply;
    });
    http::HttpClient client(quick());
    const auto answer = client.fetch(request(server));
    QCOMPARE(outcome(answer), QByteArray("206"));
    QVERIFY(read() == m_bytes);
    QCOMPARE(answer.value().retries, 2);
    const auto requests = server.requests();
    QCOMPARE(requests.size(), std::size_t(3));
    QCOMPARE(requests[1].header("Range"), std::string("bytes=300000-"));
    QCOMPARE(requests[1].header("If-Range"), std::string("\"v1\""));
    QCOMPARE(requests[2].header("Range"), std::string("bytes=600000-"));
    QCOMPARE(answer.value().bytes, 400'000);
}

void TestDownload::isCarriedOnByAnotherClient() {
    HttpServer server([handler = FileHandler(m_bytes, "\"v1\"")](const HttpRequest& asked) {
        return cutAfter(handler(asked), 400'000);
    });
    http::HttpClient::Options once = quick();
    once.retries = http::RetryPolicy::none();
    {
        http::HttpClient client(once);
        QCOMPARE(outcome(client.fetch(request(server))), QByteArray("net-lost"));
    }
    QVERIFY(!exists(""));
    QCOMPARE(read(".part").size(), std::size_t(400'000));
    server.setHandler(FileHandler(m_bytes, "\"v1\""));
    http::HttpClient client(once);
    QCOMPARE(outcome(client.fetch(request(server))), QByteArray("206"));
    QVERIFY(read() == m_bytes);
}

void TestDownload::changedFileBeginsAnew() {
    const std::string changed = content(900'000, 2);
    std::atomic<bool> first{true};
    HttpServer server([&](const HttpRequest& asked) {
        if (first.exchange(false))
            return cutAfter(FileHandler(m_bytes, "\"v1\"")(asked), 300'000);
        return FileHandler(changed, "\"v2\"")(asked);
    });
    http::HttpClient client(quick());
    QCOMPARE(outcome(client.fetch(request(server))), QByteArray("200"));
    QVERIFY(read() == changed);
}

void TestDownload::serverWithoutRangesBeginsAnew() {
    std::atomic<bool> first{true};
    HttpServer server([&](const HttpRequest&) {
        const HttpReply reply = HttpReply::text(m_bytes).with("ETag", "\"v1\"");
        return first.exchange(false) ? cutAfter(reply, 300'000) : reply;
    });
    http::HttpClient client(quick());
    QCOMPARE(outcome(client.fetch(request(server))), QByteArray("200"));
    QVERIFY(read() == m_bytes);
}

/// A part that does not follow what is there must not be put behind it.
void TestDownload::wrongRangeBeginsAnew() {
    std::atomic<int> asked{0};
    HttpServer server([&, handler = FileHandler(m_bytes, "\"v1\"")](const HttpRequest& request) {
        const int which = asked++;
        if (which == 0)
            return cutAfter(handler(request), 300'000);
        if (which > 1)
            return handler(request);
        HttpReply reply = HttpReply::text("not what was asked for", 206);
        return reply.with("Content-Range", "bytes 5-26/1000000");
    });
    http::HttpClient client(quick());
    QCOMPARE(outcome(client.fetch(request(server))), QByteArray("200"));
    QVERIFY(read() == m_bytes);
    QCOMPARE(server.requests().at(2).header("Range"), std::string());
}

void TestDownload::tooLongPartBeginsAnew() {
    std::atomic<bool> first{true};
    const std::string shorter = m_bytes.substr(0, 200'000);
    HttpServer server([&](const HttpRequest& asked) {
        if (first.exchange(false))
            return cutAfter(FileHandler(m_bytes, "\"v1\"")(asked), 300'000);
        return FileHandler(shorter, "\"v1\"")(asked);  // the same mark, wrongly
    });
    http::HttpClient client(quick());
    QCOMPARE(outcome(client.fetch(request(server))), QByteArray("200"));
    QVERIFY(read() == shorter);
}

void TestDownload::anotherAddressBeginsAnew() {
    HttpServer server([handler = FileHandler(m_bytes, "\"v1\"")](const HttpRequest& asked) {
        const HttpReply reply = handler(asked);
        return asked.path() == "/f" ? cutAfter(reply, 400'000) : reply;
    });
    http::HttpClient::Options once = quick();
    once.retries = http::RetryPolicy::none();
    http::HttpClient client(once);
    QCOMPARE(outcome(client.fetch(request(server))), QByteArray("net-lost"));
    QCOMPARE(outcome(client.fetch(request(server, "/g"))), QByteArray("200"));
    QCOMPARE(server.requests().at(1).header("Range"), std::string());
    QVERIFY(read() == m_bytes);
}

/// Two contents may share a weak tag.
void TestDownload::weakMarksAreNotTrusted() {
    std::atomic<bool> first{true};
    HttpServer server([&, handler = FileHandler(m_bytes, "W/\"v1\"")](const HttpRequest& asked) {
        return first.exchange(false) ? cutAfter(handler(asked), 300'000) : handler(asked);
    });
    http::HttpClient client(quick());
    QCOMPARE(outcome(client.fetch(request(server))), QByteArray("200"));
    QCOMPARE(server.requests().at(1).header("Range"), std::string());
    QVERIFY(read() == m_bytes);
}

void TestDownload::errorsLeaveNothing_data() {
    QTest::addColumn<int>("status");
    for (const int status : {401, 403, 404, 500})
        QTest::addRow("%d", status) << status;
}

void TestDownload::errorsLeaveNothing() {
    QFETCH(int, status);
    HttpServer server([&](const HttpRequest&) { return HttpReply::text("what is wrong", status); });
    http::HttpClient client(quick());
    const auto answer = client.fetch(request(server));
    QCOMPARE(outcome(answer), QByteArray::number(status));
    QCOMPARE(answer.value().body, std::string("what is wrong"));
    QVERIFY(!exists("") && !exists(".part") && !exists(".part.from"));
}

void TestDownload::oldFileStaysUntilTheNewIsWhole() {
    QVERIFY(writeFile(m_file, "old"));
    HttpServer server([&](const HttpRequest&) { return cutAfter(HttpReply::text(m_bytes), 1000); });
    http::HttpClient client(quick());
    QCOMPARE(outcome(client.fetch(request(server))), QByteArray("net-lost"));
    QCOMPARE(read(), std::string("old"));
    server.setHandler(FileHandler(m_bytes, "\"v1\""));
    QCOMPARE(outcome(client.fetch(request(server))), QByteArray("200"));
    QVERIFY(read() == m_bytes);
}

void TestDownload::cannotBeWritten() {
    HttpServer server(FileHandler(m_bytes, "\"v1\""));
    http::HttpClient client(quick());
    http::Request into = request(server);
    into.toFile = m_file / "under" / "a folder that is not there";
    const auto answer = client.fetch(std::move(into));
    QCOMPARE(outcome(answer), QByteArray("write-failed"));
    QCOMPARE(answer.error().args.at(1), std::string("No such file or directory"));
    QCOMPARE(server.count(), 1);
    // A disk that is full says so while writing.
    into = request(server);
    into.toFile = "/dev/full/x";
    QCOMPARE(outcome(client.fetch(std::move(into))), QByteArray("write-failed"));
}

void TestDownload::stopKeepsThePart() {
    HttpServer server([&, handler = FileHandler(m_bytes, "\"v1\"")](const HttpRequest& asked) {
        HttpReply reply = handler(asked);
        reply.fault = Fault::StopInBody;
        reply.faultAfter = 500'000;
        return reply;
    });
    std::stop_source stop;
    std::atomic<bool> ended{false};
    {
        http::HttpClient client(quick());
        http::Request asked = request(server);
        asked.progress = [&](std::int64_t done, std::int64_t) {
            if (done == 500'000)
                stop.request_stop();
        };
        const auto answer = client.fetch(std::move(asked), stop.get_token());
        QCOMPARE(outcome(answer), QByteArray("cancelled"));
        ended = true;
    }
    QCOMPARE(read(".part").size(), std::size_t(500'000));
    server.setHandler(FileHandler(m_bytes, "\"v1\""));
    http::HttpClient client(quick());
    QCOMPARE(outcome(client.fetch(request(server))), QByteArray("206"));
    QVERIFY(read() == m_bytes);
}

void TestDownload::tooLarge() {
    HttpServer server([&](const HttpRequest&) {
        HttpReply reply = HttpReply::text(m_bytes);
        reply.chunked = true;
        return reply;
    });
    http::HttpClient client(quick());
    http::Request asked = request(server);
    asked.maxBytes = 999'999;
    QCOMPARE(outcome(client.fetch(std::move(asked))), QByteArray("http-too-large"));
    QVERIFY(!exists(""));
}

void TestDownload::progress() {
    HttpServer server(FileHandler(content(20'000'000, 3), "\"v1\""));
    http::HttpClient client(quick());
    http::Request asked = request(server);
    std::vector<std::pair<std::int64_t, std::int64_t>> steps;
    asked.progress = [&](std::int64_t done, std::int64_t total) {
        steps.emplace_back(done, total);
    };
    QCOMPARE(outcome(client.fetch(std::move(asked))), QByteArray("200"));
    QVERIFY(!steps.empty());
    QVERIFY(std::is_sorted(steps.begin(), steps.end()));
    QCOMPARE(steps.back(), std::pair(std::int64_t(20'000'000), std::int64_t(20'000'000)));
}

void TestDownload::silenceEnds() {
    HttpServer server([&](const HttpRequest&) {
        HttpReply reply = HttpReply::failing(Fault::StopInBody, m_bytes);
        reply.faultAfter = 1000;
        return reply;
    });
    http::HttpClient::Options once = quick();
    once.retries = http::RetryPolicy::none();
    http::HttpClient client(once);
    http::Request asked = request(server);
    http::Timeouts times;
    times.total = 1ms;  // is not for downloads
    times.silence = 1s;
    asked.timeouts = times;
    const auto answer = client.fetch(std::move(asked));
    QCOMPARE(outcome(answer), QByteArray("net-timeout"));
    QCOMPARE(answer.error().args.at(1), std::string("rest"));
}

QTEST_GUILESS_MAIN(TestDownload)
#include "tst_download.moc"
