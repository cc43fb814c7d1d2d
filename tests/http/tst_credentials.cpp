// SPDX-License-Identifier: GPL-3.0-or-later
// Who asks, and how the server is reached: which of many sources counts.
#include "http/connection.h"
#include "http/databricks.h"
#include "http/oauth.h"
#include "tests/http/quickclient.h"
#include "tests/support/httpserver.h"
#include "tests/support/tree.h"

#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace podium::tests;
using http::Credentials;
using http::Environment;
using http::Secret;

namespace {

using Variables = std::map<std::string, std::string, std::less<>>;
using Pairs = QList<QPair<QByteArray, QByteArray>>;

Variables variablesOf(const Pairs& pairs) {
    Variables variables;
    for (const auto& [name, value] : pairs)
        variables[name.toStdString()] = value.toStdString();
    return variables;
}

/// "basic user secret url", "bearer token variables", "none": for comparison.
QByteArray drawn(const Credentials& who) {
    constexpr std::array Kinds = {"none", "basic", "bearer", "client"};
    constexpr std::array Origins = {"nowhere", "settings", "url", "variables", "file", "profile"};
    if (who.kind == Credentials::Kind::None)
        return "none";
    QByteArray text = Kinds[static_cast<std::size_t>(who.kind)];
    if (!who.user.empty())
        text += ' ' + QByteArray::fromStdString(who.user);
    text += ' ' + QByteArray::fromStdString(std::string(who.secret.reveal()));
    return text + ' ' + Origins[static_cast<std::size_t>(who.origin)];
}

template <typename T>
QByteArray drawnError(const base::Result<T>& result) {
    QByteArray text = QByteArray::fromStdString(std::string(base::codeName(result.error().code)));
    for (const std::string& arg : result.error().args)
        text += ' ' + QByteArray::fromStdString(arg);
    return text;
}

}  // namespace

class TestCredentials : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void mlflow_data();
    void mlflow();
    void unreadableFile();
    void authorization_data();
    void authorization();
    void connections();
    void settingsWin();
    void switches_data();
    void switches();
    void proxiesOfTheEnvironment_data();
    void proxiesOfTheEnvironment();
    void databricks_data();
    void databricks();
    void databricksUris();
    void tokensAreFetchedAndKept();
    void tokensThatAreRefused_data();
    void tokensThatAreRefused();

private:
    [[nodiscard]] Environment environment(const Pairs& pairs = {}) const {
        return Environment::of(variablesOf(pairs), m_home);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::filesystem::path m_home;
};

void TestCredentials::init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_home = m_dir->path().toStdString();
}

void TestCredentials::mlflow_data() {
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<Pairs>("variables");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray plain("http://h/");
    const QByteArray both(
        "[mlflow]\nmlflow_tracking_username = fu\nmlflow_tracking_password = fp\n");
    const Pairs userAndPassword = {{"MLFLOW_TRACKING_USERNAME", "vu"},
                                   {"MLFLOW_TRACKING_PASSWORD", "vp"}};
    const Pairs token = {{"MLFLOW_TRACKING_TOKEN", "vt"}};
    QTest::newRow("nothing") << plain << Pairs() << QByteArray() << QByteArray("none");
    QTest::newRow("variables") << plain << userAndPassword << QByteArray()
                               << QByteArray("basic vu vp variables");
    QTest::newRow("file") << plain << Pairs() << both << QByteArray("basic fu fp file");
    QTest::newRow("variables before the file")
        << plain << userAndPassword << both << QByteArray("basic vu vp variables");
    QTest::newRow("each field on its own") << plain << Pairs{{"MLFLOW_TRACKING_USERNAME", "vu"}}
                                           << both << QByteArray("basic vu fp variables");
    QTest::newRow("token") << plain << token << QByteArray() << QByteArray("bearer vt variables");
    QTest::newRow("user and password before the token")
        << plain << userAndPassword + token << QByteArray() << QByteArray("basic vu vp variables");
    QTest::newRow("the file before the token")
        << plain << token << both << QByteArray("basic fu fp file");
    QTest::newRow("half a login is none")
        << plain << Pairs{{"MLFLOW_TRACKING_USERNAME", "vu"}} + token << QByteArray()
        << QByteArray("bearer vt variables");
    QTest::newRow("empty is not set")
        << plain << Pairs{{"MLFLOW_TRACKING_USERNAME", ""}, {"MLFLOW_TRACKING_PASSWORD", "vp"}}
        << both << QByteArray("basic fu vp variables");
    QTest::newRow("URL before all") << QByteArray("http://uu:up@h/") << userAndPassword + token
                                    << both << QByteArray("basic uu up url");
    QTest::newRow("another section")
        << plain << Pairs() << QByteArray("[other]\nmlflow_tracking_username=a\n")
        << QByteArray("none");
    QTest::newRow("percent signs")
        << plain << Pairs()
        << QByteArray("[mlflow]\nmlflow_tracking_username=u\nmlflow_tracking_password=a%%b\n")
        << QByteArray("basic u a%b file");
}

void TestCredentials::mlflow() {
    QFETCH(QByteArray, url);
    QFETCH(Pairs, variables);
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, expected);
    if (!file.isEmpty())
        QVERIFY(writeFile(m_home / ".mlflow" / "credentials", file.toStdString()));
    const auto parsed = http::Url::parse(url.toStdString()).value();
    const auto found = http::resolveCredentials({}, parsed, environment(variables));
    QVERIFY(found.ok());
    QCOMPARE(drawn(found.value()), expected);
    // What the person set comes before everything.
    const auto own = Credentials::bearer(Secret("own"), Credentials::Origin::Settings);
    const auto set = http::resolveCredentials(own, parsed, environment(variables));
    QCOMPARE(drawn(set.value()), QByteArray("bearer own settings"));
}

void TestCredentials::unreadableFile() {
    QVERIFY(std::filesystem::create_directories(m_home / ".mlflow" / "credentials"));
    const auto found =
        http::resolveCredentials({}, http::Url::parse("http://h/").value(), environment());
    QVERIFY(found.failed());
    QCOMPARE(found.error().code, base::ErrorCode::CredentialsUnusable);
    QCOMPARE(found.error().args.at(0), (m_home / ".mlflow" / "credentials").string());
}

void TestCredentials::authorization_data() {
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("header");
    // RFC 7617's examples.
    QTest::newRow("Aladdin") << QByteArray("Aladdin") << QByteArray("open sesame")
                             << QByteArray("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    QTest::newRow("UTF-8") << QByteArray("test") << QByteArray("123\xC2\xA3")
                           << QByteArray("Basic dGVzdDoxMjPCow==");
    QTest::newRow("no password") << QByteArray("ab") << QByteArray() << QByteArray("Basic YWI6");
}

void TestCredentials::authorization() {
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, password);
    QFETCH(QByteArray, header);
    const auto who = Credentials::basic(user.toStdString(), Secret(password.toStdString()), {});
    QCOMPARE(who.authorization(), Secret(header.toStdString()));
}

void TestCredentials::connections() {
    const auto found =
        http::resolveConnection("https://me:secret@host:8443/prefix/", {},
                                environment({{"MLFLOW_TRACKING_SERVER_CERT_PATH", "~/ca.pem"},
                                             {"MLFLOW_TRACKING_CLIENT_CERT_PATH", "/etc/me.pem"},
                                             {"MLFLOW_WORKSPACE", "team"},
                                             {"REQUESTS_CA_BUNDLE", "/etc/other.pem"},
                                             {"https_proxy", "http://p:3128"}}));
    QVERIFY(found.ok());
    const http::Connection& connection = found.value();
    QCOMPARE(connection.base.text(), std::string("https://host:8443/prefix/"));
    QVERIFY(!connection.base.hasUserinfo());
    QCOMPARE(drawn(connection.credentials), QByteArray("basic me secret url"));
    QCOMPARE(connection.caFile, m_home / "ca.pem");
    QCOMPARE(connection.clientCertificate, std::filesystem::path("/etc/me.pem"));
    QCOMPARE(connection.workspace, std::string("team"));
    QCOMPARE(connection.proxy.https, std::string("http://p:3128"));
    QVERIFY(!connection.insecureTls);
    QVERIFY(http::resolveConnection("mlruns", {}, environment()).failed());
}

void TestCredentials::settingsWin() {
    http::ConnectionSettings settings;
    settings.credentials = Credentials{};
    settings.workspace = "";
    settings.caFile = "";
    settings.clientCertificate = "/set.pem";
    settings.proxy = http::Proxy{};
    settings.insecureTls = false;
    settings.headers = {{"X-Key", "v"}};
    const auto found =
        http::resolveConnection("http://u:p@h/", settings,
                                environment({{"MLFLOW_TRACKING_SERVER_CERT_PATH", "/ca.pem"},
                                             {"MLFLOW_TRACKING_CLIENT_CERT_PATH", "/me.pem"},
                                             {"MLFLOW_WORKSPACE", "team"},
                                             {"MLFLOW_TRACKING_INSECURE_TLS", "true"},
                                             {"http_proxy", "http://p:3128"}}));
    QVERIFY(found.ok());
    QCOMPARE(drawn(found.value().credentials), QByteArray("none"));
    QCOMPARE(found.value().workspace, std::string());
    QVERIFY(found.value().caFile.empty());
    QCOMPARE(found.value().clientCertificate, std::filesystem::path("/set.pem"));
    QCOMPARE(found.value().proxy.http, std::string());
    QVERIFY(!found.value().insecureTls);
    QCOMPARE(found.value().headers.size(), std::size_t(1));
}

void TestCredentials::switches_data() {
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("on");
    for (const char* value : {"true", "True", "TRUE", "1"})
        QTest::addRow("%s", value) << QByteArray(value) << true;
    for (const char* value : {"", "false", "0", "no", "yes", "2"})
        QTest::addRow("'%s'", value) << QByteArray(value) << false;
}

void TestCredentials::switches() {
    QFETCH(QByteArray, value);
    QFETCH(bool, on);
    const auto found = http::resolveConnection(
        "https://h/", {}, environment({{"MLFLOW_TRACKING_INSECURE_TLS", value}}));
    QCOMPARE(found.value().insecureTls, on);
    const auto both =
        http::resolveConnection("https://h/", {},
                                environment({{"MLFLOW_TRACKING_INSECURE_TLS", value},
                                             {"MLFLOW_TRACKING_SERVER_CERT_PATH", "/ca.pem"}}));
    QVERIFY(!both.value().insecureTls);
}

void TestCredentials::proxiesOfTheEnvironment_data() {
    QTest::addColumn<Pairs>("variables");
    QTest::addColumn<QByteArray>("http");
    QTest::addColumn<QByteArray>("https");
    QTest::newRow("none") << Pairs() << QByteArray() << QByteArray();
    QTest::newRow("capitals") << Pairs{{"HTTP_PROXY", "a"}, {"HTTPS_PROXY", "b"}} << QByteArray("a")
                              << QByteArray("b");
    QTest::newRow("small letters first")
        << Pairs{{"HTTP_PROXY", "a"}, {"http_proxy", "c"}} << QByteArray("c") << QByteArray();
    QTest::newRow("all") << Pairs{{"ALL_PROXY", "a"}, {"https_proxy", "b"}} << QByteArray("a")
                         << QByteArray("b");
}

void TestCredentials::proxiesOfTheEnvironment() {
    QFETCH(Pairs, variables);
    QFETCH(QByteArray, http);
    QFETCH(QByteArray, https);
    const http::Proxy proxy =
        podium::http::proxyOf(environment(variables + Pairs{{"NO_PROXY", "x,y"}}));
    QCOMPARE(QByteArray::fromStdString(proxy.http), http);
    QCOMPARE(QByteArray::fromStdString(proxy.https), https);
    QCOMPARE(proxy.except, std::string("x,y"));
}

void TestCredentials::databricks_data() {
    QTest::addColumn<QByteArray>("uri");
    QTest::addColumn<Pairs>("variables");
    QTest::addColumn<QByteArray>("expected");  // host, then credentials; or the error
    const Pairs host = {{"DATABRICKS_HOST", "https://var.example/"}};
    const Pairs token = {{"DATABRICKS_TOKEN", "vt"}};
    const Pairs machine = {{"DATABRICKS_CLIENT_ID", "vi"}, {"DATABRICKS_CLIENT_SECRET", "vs"}};
    const QByteArray file = QByteArray("HOME/.databrickscfg");
    const QByteArray names = " DEFAULT, bare, cli, dev, robot";  // those with a host
    QTest::newRow("default profile") << QByteArray("databricks") << Pairs()
                                     << QByteArray("https://default.example bearer dt profile");
    QTest::newRow("named") << QByteArray("databricks://dev") << Pairs()
                           << QByteArray("https://dev.example basic du dp profile");
    QTest::newRow("named, with a path behind it")
        << QByteArray("databricks://dev/x") << Pairs()
        << QByteArray("https://dev.example basic du dp profile");
    QTest::newRow("a machine") << QByteArray("databricks-uc://robot") << Pairs()
                               << QByteArray("https://robot.example client ri rs profile");
    QTest::newRow("named by variable")
        << QByteArray("databricks") << Pairs{{"DATABRICKS_CONFIG_PROFILE", "dev"}}
        << QByteArray("https://dev.example basic du dp profile");
    QTest::newRow("a name in the URI before the variable")
        << QByteArray("databricks://dev") << Pairs{{"DATABRICKS_CONFIG_PROFILE", "robot"}}
        << QByteArray("https://dev.example basic du dp profile");
    QTest::newRow("a named profile takes nothing from the variables")
        << QByteArray("databricks://dev") << host + token
        << QByteArray("https://dev.example basic du dp profile");
    QTest::newRow("nothing is inherited from DEFAULT")
        << QByteArray("databricks://bare") << Pairs() << QByteArray("https://bare.example none");
    QTest::newRow("variables") << QByteArray("databricks") << host + token
                               << QByteArray("https://var.example bearer vt variables");
    QTest::newRow("variables of a machine")
        << QByteArray("databricks") << host + machine
        << QByteArray("https://var.example client vi vs variables");
    QTest::newRow("the token first") << QByteArray("databricks") << host + machine + token
                                     << QByteArray("https://var.example bearer vt variables");
    QTest::newRow("a kind that is asked for")
        << QByteArray("databricks")
        << host + machine + token + Pairs{{"DATABRICKS_AUTH_TYPE", "oauth-m2m"}}
        << QByteArray("https://var.example client vi vs variables");
    QTest::newRow("a token is for its own host")
        << QByteArray("databricks") << host << QByteArray("https://var.example none");
    QTest::newRow("the host of DEFAULT by variable")
        << QByteArray("databricks") << Pairs{{"DATABRICKS_HOST", "https://default.example"}}
        << QByteArray("https://default.example bearer dt profile");
    QTest::newRow("no such profile") << QByteArray("databricks://nope") << Pairs()
                                     << QByteArray("profile-missing " + file + " nope" + names);
    QTest::newRow("a profile without a host")
        << QByteArray("databricks://hostless") << Pairs()
        << QByteArray("profile-missing " + file + " hostless" + names);
    QTest::newRow("a section of settings is no profile")
        << QByteArray("databricks://__settings__") << Pairs()
        << QByteArray("profile-missing " + file + " __settings__" + names);
    QTest::newRow("a login by another program")
        << QByteArray("databricks://cli") << Pairs()
        << QByteArray("credentials-unusable cli databricks-cli");
    QTest::newRow("a secret scope") << QByteArray("databricks://scope:prefix") << Pairs()
                                    << QByteArray("credentials-unusable scope:prefix secret-scope");
    QTest::newRow("the default of the settings")
        << QByteArray("databricks") << Pairs{{"DATABRICKS_CONFIG_FILE", "~/other.cfg"}}
        << QByteArray("https://second.example bearer st profile");
    QTest::newRow("a variable before that")
        << QByteArray("databricks")
        << host + token + Pairs{{"DATABRICKS_CONFIG_FILE", "~/other.cfg"}}
        << QByteArray("https://var.example bearer vt variables");
    QTest::newRow("no such file") << QByteArray("databricks")
                                  << Pairs{{"DATABRICKS_CONFIG_FILE", "/nowhere/cfg"}}
                                  << QByteArray("profile-missing /nowhere/cfg DEFAULT");
}

void TestCredentials::databricks() {
    QFETCH(QByteArray, uri);
    QFETCH(Pairs, variables);
    QFETCH(QByteArray, expected);
    QVERIFY(writeFile(m_home / ".databrickscfg",
                      "[DEFAULT]\nhost = https://default.example/\ntoken = dt\n"
                      "[dev]\nhost = dev.example\nusername = du\npassword = dp\n"
                      "[robot]\nhost = https://robot.example\nclient_id = ri\n"
                      "client_secret = rs\n"
                      "[bare]\nhost = https://bare.example\n"
                      "[hostless]\ntoken = x\n"
                      "[cli]\nhost = https://cli.example\nauth_type = databricks-cli\n"
                      "[__settings__]\nhost = https://no.example\n"));
    QVERIFY(writeFile(m_home / "other.cfg",
                      "[DEFAULT]\nhost = https://first.example\ntoken = ft\n"
                      "[second]\nhost = https://second.example\ntoken = st\n"
                      "[__settings__]\ndefault_profile = second\n"));
    const auto found = http::resolveConnection(uri.toStdString(), {}, environment(variables));
    QByteArray got;
    if (found.failed()) {
        got = drawnError(found).replace(QByteArray::fromStdString(m_home.string()), "HOME");
    } else {
        got = QByteArray::fromStdString(found.value().base.scheme() + "://" +
                                        found.value().base.authority()) +
              ' ' + drawn(found.value().credentials);
    }
    QCOMPARE(got, expected);
}

void TestCredentials::databricksUris() {
    for (const char* uri : {"databricks", "databricks://x", "databricks-uc", "databricks-uc://x"})
        QVERIFY2(http::isDatabricksUri(uri), uri);
    for (const char* uri : {"", "databricksx", "http://databricks", "/databricks", "uc"})
        QVERIFY2(!http::isDatabricksUri(uri), uri);
}

void TestCredentials::tokensAreFetchedAndKept() {
    int given = 0;
    HttpServer server([&](const HttpRequest&) {
        return HttpReply::json("{\"access_token\":\"t" + std::to_string(++given) +
                               "\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
    });
    auto connection = connectionTo(server.url("/"));
    connection->credentials = Credentials::clientSecret("robot", Secret("s&1"), {});
    http::HttpClient client(quick());
    std::atomic<base::Millis> now{1'000'000};
    http::TokenSource source(client, connection, [&] { return now.load(); });
    const auto first = source.credentials();
    QVERIFY(first.ok());
    QCOMPARE(first.value().authorization(), Secret("Bearer t1"));
    now += 3'539'000;  // not yet a minute before its end
    QCOMPARE(source.credentials().value().authorization(), Secret("Bearer t1"));
    now += 2'000;
    QCOMPARE(source.credentials().value().authorization(), Secret("Bearer t2"));
    const HttpRequest request = server.requests().at(0);
    QCOMPARE(request.method + ' ' + request.target, std::string("POST /oidc/v1/token"));
    QCOMPARE(request.body, std::string("grant_type=client_credentials&scope=all-apis"));
    QCOMPARE(request.header("Content-Type"), std::string("application/x-www-form-urlencoded"));
    QCOMPARE(request.header("Authorization"), std::string("Basic cm9ib3Q6cyYx"));
    // Others need no token of this kind.
    auto plain = connectionTo(server.url("/"));
    plain->credentials = Credentials::bearer(Secret("own"), {});
    http::TokenSource other(client, plain);
    QCOMPARE(other.credentials().value().authorization(), Secret("Bearer own"));
    QCOMPARE(server.count(), 2);
}

void TestCredentials::tokensThatAreRefused_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("unknown client")
        << 401 << QByteArray("{\"error\":\"invalid_client\"}") << QByteArray("login-refused");
    QTest::newRow("not allowed") << 400 << QByteArray("{}") << QByteArray("login-refused");
    QTest::newRow("no such address") << 404 << QByteArray("<html>") << QByteArray("http-status");
    QTest::newRow("a page") << 200 << QByteArray("<html>") << QByteArray("answer-invalid");
    QTest::newRow("no token") << 200 << QByteArray("{\"x\":1}") << QByteArray("answer-invalid");
    QTest::newRow("a list") << 200 << QByteArray("[1]") << QByteArray("answer-invalid");
    QTest::newRow("a number") << 200 << QByteArray("{\"access_token\":1}")
                              << QByteArray("answer-invalid");
}

void TestCredentials::tokensThatAreRefused() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, expected);
    HttpServer server(
        [&](const HttpRequest&) { return HttpReply::json(body.toStdString(), status); });
    auto connection = connectionTo(server.url("/"));
    connection->credentials = Credentials::clientSecret("robot", Secret("topsecret"), {});
    http::HttpClient client(quick());
    http::TokenSource source(client, connection);
    const auto found = source.credentials();
    QVERIFY(found.failed());
    QVERIFY2(drawnError(found).startsWith(expected), drawnError(found).constData());
    QVERIFY(!drawnError(found).contains("topsecret"));
}

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
