// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures against what AWS published, and where its keys and settings come from.
#include "http/awscredentials.h"
#include "http/sigv4.h"
#include "tests/support/tree.h"

#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace podium::tests;
using http::Environment;
using http::Secret;

namespace {

using Pairs = QList<QPair<QByteArray, QByteArray>>;

std::vector<http::Header> headersOf(const Pairs& pairs) {
    std::vector<http::Header> headers;
    for (const auto& [name, value] : pairs)
        headers.emplace_back(name.toStdString(), value.toStdString());
    return headers;
}

std::string header(const http::Request& request, std::string_view name) {
    for (const auto& [key, value] : request.headers) {
        if (key == name)
            return value;
    }
    return {};
}

constexpr base::Millis SuiteTime = 1'440'938'160'000;  // 2015-08-30T12:36:00Z
constexpr base::Millis S3Time = 1'369'353'600'000;     // 2013-05-24T00:00:00Z
const http::AwsKeys SuiteKeys{
    "AKIDEXAMPLE", Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), {}};
const http::AwsKeys S3Keys{
    "AKIAIOSFODNN7EXAMPLE", Secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"), {}};

}  // namespace

class TestAws : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void testSuite_data();
    void testSuite();
    void sessionToken();
    void s3Examples_data();
    void s3Examples();
    void presignedExample();
    void canonicalS3_data();
    void canonicalS3();
    void canonicalOthers_data();
    void canonicalOthers();
    void badUrl();
    void settings_data();
    void settings();
    void filesElsewhere();
    void noSecretInErrors();

private:
    [[nodiscard]] Environment environment(const Pairs& pairs) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::filesystem::path m_home;
};

void TestAws::init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_home = m_dir->path().toStdString();
}

Environment TestAws::environment(const Pairs& pairs) const {
    std::map<std::string, std::string, std::less<>> variables;
    for (const auto& [name, value] : pairs)
        variables[name.toStdString()] = value.toStdString();
    return Environment::of(std::move(variables), m_home);
}

/// AWS's "aws-sig-v4-test-suite".
void TestAws::testSuite_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<Pairs>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("signedHeaders");
    QTest::addColumn<QByteArray>("signature");
    const auto row = [](const char* name, const char* method, const char* target,
                        const Pairs& headers, const char* body, const char* names,
                        const char* signature) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target) << headers
                            << QByteArray(body) << QByteArray(names) << QByteArray(signature);
    };
    const char* plain = "host;x-amz-date";
    const char* one = "host;my-header1;x-amz-date";
    const char* all = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    const QByteArray unreserved = QByteArray("/") + all;
    const QByteArray unreservedQuery = QByteArray("/?") + all + '=' + all;
    row("get-vanilla", "GET", "/", {}, "", plain,
        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    row("get-vanilla-empty-query-key", "GET", "/?Param1=value1", {}, "", plain,
        "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb");
    row("get-vanilla-query-order-key-case", "GET", "/?Param2=value2&Param1=value1", {}, "", plain,
        "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500");
    row("get-vanilla-query-order-value", "GET", "/?Param1=value2&Param1=value1", {}, "", plain,
        "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694");
    row("get-vanilla-query-unreserved", "GET", unreservedQuery.constData(), {}, "", plain,
        "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197");
    row("get-vanilla-utf8-query", "GET", "/?\xE1\x88\xB4=bar", {}, "", plain,
        "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04");
    row("get-unreserved", "GET", unreserved.constData(), {}, "", plain,
        "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f");
    row("get-slashes", "GET", "//example//", {}, "", plain,
        "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84");
    row("get-relative", "GET", "/example/..", {}, "", plain,
        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    row("get-slash-dot-slash", "GET", "/./", {}, "", plain,
        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    row("get-header-key-duplicate", "GET", "/",
        {{"My-Header1", "value2"}, {"My-Header1", "value2"}, {"My-Header1", "value1"}}, "", one,
        "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea");
    row("get-header-value-order", "GET", "/",
        {{"My-Header1", "value4"},
         {"My-Header1", "value1"},
         {"my-header1", "value3"},
         {"My-Header1", "value2"}},
        "", one, "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01");
    row("get-header-value-trim", "GET", "/",
        {{"My-Header1", " value1"}, {"My-Header2", " \"a   b   c\""}}, "",
        "host;my-header1;my-header2;x-amz-date",
        "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736");
    row("post-vanilla", "POST", "/", {}, "", plain,
        "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    row("post-vanilla-query", "POST", "/?Param1=value1", {}, "", plain,
        "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11");
    row("post-header-key-sort", "POST", "/", {{"My-Header1", "value1"}}, "", one,
        "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c");
    row("post-header-value-case", "POST", "/", {{"My-Header1", "VALUE1"}}, "", one,
        "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d");
    row("post-x-www-form-urlencoded", "POST", "/",
        {{"Content-Type", "application/x-www-form-urlencoded"}}, "Param1=value1",
        "content-type;host;x-amz-date",
        "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
    row("post-x-www-form-urlencoded-parameters", "POST", "/",
        {{"Content-Type", "application/x-www-form-urlencoded; charset=utf8"}}, "Param1=value1",
        "content-type;host;x-amz-date",
        "1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe");
}

void TestAws::testSuite() {
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(Pairs, headers);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, signedHeaders);
    QFETCH(QByteArray, signature);
    http::Request request;
    request.method = method.toStdString();
    request.url = "https://example.amazonaws.com" + target.toStdString();
    request.headers = headersOf(headers);
    request.body = body.toStdString();
    const auto done = http::sign(request, SuiteKeys, {"us-east-1", "service"}, SuiteTime);
    QVERIFY(done.ok());
    QCOMPARE(header(done.value(), "X-Amz-Date"), std::string("20150830T123600Z"));
    QCOMPARE(header(done.value(), "Authorization"),
             "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
             "SignedHeaders=" +
                 signedHeaders.toStdString() + ", Signature=" + signature.toStdString());
}

/// get-vanilla-with-session-token
void TestAws::sessionToken() {
    http::AwsKeys keys = SuiteKeys;
    keys.sessionToken = Secret("6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267");
    const auto done = http::sign(http::Request::get("https://example.amazonaws.com/"), keys,
                                 {"us-east-1", "service"}, SuiteTime);
    QCOMPARE(header(done.value(), "Authorization"),
             std::string("AWS4-HMAC-SHA256 "
                         "Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                         "SignedHeaders=host;x-amz-date;x-amz-security-token, Signature="
                         "07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8"));
}

/// The four examples of "Signature calculations for the Authorization header" in S3's reference.
void TestAws::s3Examples_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<Pairs>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("GET Object") << QByteArray("GET") << QByteArray("/test.txt")
                                << Pairs{{"Range", "bytes=0-9"}} << QByteArray()
                                << QByteArray(
                                       "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd910"
                                       "39c6036bdb41");
    QTest::newRow("PUT Object")
        << QByteArray("PUT") << QByteArray("/test%24file.text")
        << Pairs{{"Date", "Fri, 24 May 2013 00:00:00 GMT"},
                 {"x-amz-storage-class", "REDUCED_REDUNDANCY"}}
        << QByteArray("Welcome to Amazon S3.")
        << QByteArray("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    QTest::newRow("GET Bucket Lifecycle")
        << QByteArray("GET") << QByteArray("/?lifecycle") << Pairs() << QByteArray()
        << QByteArray("fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    QTest::newRow("Get Bucket (List Objects)")
        << QByteArray("GET") << QByteArray("/?max-keys=2&prefix=J") << Pairs() << QByteArray()
        << QByteArray("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
}

void TestAws::s3Examples() {
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(Pairs, headers);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, signature);
    http::Request request;
    request.method = method.toStdString();
    request.url = "https://examplebucket.s3.amazonaws.com" + target.toStdString();
    request.headers = headersOf(headers);
    request.body = body.toStdString();
    const auto done = http::sign(request, S3Keys, {"us-east-1", "s3"}, S3Time);
    const QByteArray authorization =
        QByteArray::fromStdString(header(done.value(), "Authorization"));
    QVERIFY2(authorization.endsWith(QByteArray("Signature=" + signature)),
             authorization.constData());
}

/// "Authenticating requests: using query parameters" in the same reference.
void TestAws::presignedExample() {
    const auto url = http::presign("https://examplebucket.s3.amazonaws.com/test.txt", S3Keys,
                                   {"us-east-1", "s3"}, S3Time, std::chrono::seconds(86400));
    QCOMPARE(url.value(),
             std::string("https://examplebucket.s3.amazonaws.com/test.txt"
                         "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
                         "AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                         "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400"
                         "&X-Amz-SignedHeaders=host&X-Amz-Signature="
                         "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"));
}

void TestAws::canonicalS3_data() {
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    // Keys are bytes: no dot and no slash is taken out, nothing is encoded twice.
    QTest::newRow("dots") << QByteArray("/a/../b/./c") << QByteArray("/a/../b/./c") << QByteArray();
    QTest::newRow("slashes") << QByteArray("/a//b/") << QByteArray("/a//b/") << QByteArray();
    QTest::newRow("encoded once") << QByteArray("/a%20b%25c/%E1%88%B4")
                                  << QByteArray("/a%20b%25c/%E1%88%B4") << QByteArray();
    QTest::newRow("encoded in small letters")
        << QByteArray("/%e1%88%b4") << QByteArray("/%E1%88%B4") << QByteArray();
    QTest::newRow("signs that need no encoding in a URL")
        << QByteArray("/a+b=c,d@e(f)") << QByteArray("/a%2Bb%3Dc%2Cd%40e%28f%29") << QByteArray();
    // What libcurl's own signer gets wrong.
    QTest::newRow("slash in a value")
        << QByteArray("/?list-type=2&prefix=a/b&delimiter=%2F") << QByteArray("/")
        << QByteArray("delimiter=%2F&list-type=2&prefix=a%2Fb");
    QTest::newRow("equals in a value")
        << QByteArray("/?continuation-token=a=b==") << QByteArray("/")
        << QByteArray("continuation-token=a%3Db%3D%3D");
    QTest::newRow("sorted by bytes, not by length")
        << QByteArray("/?b=1&a-b=2&a=3&B=4&a=10") << QByteArray("/")
        << QByteArray("B=4&a=10&a=3&a-b=2&b=1");
    QTest::newRow("no value, no name")
        << QByteArray("/?acl&&x=") << QByteArray("/") << QByteArray("acl=&x=");
}

void TestAws::canonicalS3() {
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, query);
    const auto url = http::Url::parse("https://b.s3.amazonaws.com" + target.toStdString()).value();
    const QByteArray text = QByteArray::fromStdString(
        http::canonicalRequest(http::Request{}, url, {"us-east-1", "s3"}, "HASH"));
    QCOMPARE(text, "GET\n" + path + '\n' + query + "\nhost:b.s3.amazonaws.com\n\nhost\nHASH");
}

void TestAws::canonicalOthers_data() {
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("encoded twice") << QByteArray("/a%20b") << QByteArray("/a%2520b");
    QTest::newRow("dots go") << QByteArray("/a/b/../c/./d/") << QByteArray("/a/c/d/");
    QTest::newRow("above the root") << QByteArray("/../..") << QByteArray("/");
    QTest::newRow("nothing") << QByteArray("") << QByteArray("/");
}

void TestAws::canonicalOthers() {
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, path);
    const auto url = http::Url::parse("https://h:8443" + target.toStdString()).value();
    const QByteArray text = QByteArray::fromStdString(
        http::canonicalRequest(http::Request{}, url, {"r", "execute-api"}, "HASH"));
    QCOMPARE(text, "GET\n" + path + "\n\nhost:h:8443\n\nhost\nHASH");
}

void TestAws::badUrl() {
    QVERIFY(http::sign(http::Request::get("s3://bucket"), S3Keys, {"r", "s3"}, 0).failed());
    QVERIFY(http::presign("s3://b", S3Keys, {"r", "s3"}, 0, std::chrono::seconds(1)).failed());
}

void TestAws::settings_data() {
    QTest::addColumn<Pairs>("variables");
    QTest::addColumn<QByteArray>("expected");
    const Pairs keys = {{"AWS_ACCESS_KEY_ID", "vk"}, {"AWS_SECRET_ACCESS_KEY", "vs"}};
    QTest::newRow("default profile")
        << Pairs() << QByteArray("dk/ds/- eu-west-1 - virtual profile");
    QTest::newRow("variables") << keys << QByteArray("vk/vs/- eu-west-1 - virtual variables");
    QTest::newRow("with a token") << keys + Pairs{{"AWS_SESSION_TOKEN", "vt"}}
                                  << QByteArray("vk/vs/vt eu-west-1 - virtual variables");
    QTest::newRow("half a pair is none")
        << Pairs{{"AWS_ACCESS_KEY_ID", "vk"}} << QByteArray("dk/ds/- eu-west-1 - virtual profile");
    QTest::newRow("named profile")
        << Pairs{{"AWS_PROFILE", "lab"}}
        << QByteArray("lk/ls/lt us-west-2 http://minio:9000 path profile");
    QTest::newRow("variables before a named profile")
        << keys + Pairs{{"AWS_PROFILE", "lab"}}
        << QByteArray("vk/vs/- us-west-2 http://minio:9000 path variables");
    QTest::newRow("profile of the config file alone")
        << Pairs{{"AWS_PROFILE", "two words"}}
        << QByteArray("ck/cs/- us-east-1 https://svc.example path profile");
    QTest::newRow("region by variable") << Pairs{{"AWS_DEFAULT_REGION", "ap-south-1"}}
                                        << QByteArray("dk/ds/- ap-south-1 - virtual profile");
    QTest::newRow("MLflow's endpoint first")
        << Pairs{{"MLFLOW_S3_ENDPOINT_URL", "http://m:1"},
                 {"AWS_ENDPOINT_URL_S3", "http://s:1"},
                 {"AWS_ENDPOINT_URL", "http://a:1"}}
        << QByteArray("dk/ds/- eu-west-1 http://m:1 path profile");
    QTest::newRow("then that of S3")
        << Pairs{{"AWS_ENDPOINT_URL_S3", "http://s:1"}, {"AWS_ENDPOINT_URL", "http://a:1"}}
        << QByteArray("dk/ds/- eu-west-1 http://s:1 path profile");
    QTest::newRow("variable before the profile's")
        << Pairs{{"AWS_PROFILE", "lab"}, {"AWS_ENDPOINT_URL", "http://a:1"}}
        << QByteArray("lk/ls/lt us-west-2 http://a:1 path profile");
    QTest::newRow("profile's endpoint ignored")
        << Pairs{{"AWS_PROFILE", "lab"}, {"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true"}}
        << QByteArray("lk/ls/lt us-west-2 - virtual profile");
    QTest::newRow("virtual hosts asked for")
        << Pairs{{"AWS_ENDPOINT_URL", "http://a:1"},
                 {"MLFLOW_BOTO_CLIENT_ADDRESSING_STYLE", "virtual"}}
        << QByteArray("dk/ds/- eu-west-1 http://a:1 virtual profile");
    QTest::newRow("unchecked") << Pairs{{"MLFLOW_S3_IGNORE_TLS", "true"}}
                               << QByteArray("dk/ds/- eu-west-1 - virtual profile insecure");
    QTest::newRow("a program") << Pairs{{"AWS_PROFILE", "program"}}
                               << QByteArray("credentials-unusable program credential_process");
    QTest::newRow("SSO") << Pairs{{"AWS_PROFILE", "sso"}}
                         << QByteArray("credentials-unusable sso sso_session");
    QTest::newRow("a role") << Pairs{{"AWS_PROFILE", "role"}}
                            << QByteArray("credentials-unusable role role_arn");
    QTest::newRow("no such profile") << Pairs{{"AWS_PROFILE", "nope"}}
                                     << QByteArray("profile-missing HOME/.aws/credentials nope");
    QTest::newRow("endpoint that is none")
        << Pairs{{"AWS_ENDPOINT_URL", "minio:9000"}} << QByteArray("url-invalid minio:9000");
    QTest::newRow("no keys at all")
        << Pairs{{"AWS_SHARED_CREDENTIALS_FILE", "/nowhere"}, {"AWS_CONFIG_FILE", "/nowhere"}}
        << QByteArray("// us-east-1 - virtual nowhere");
}

void TestAws::settings() {
    QFETCH(Pairs, variables);
    QFETCH(QByteArray, expected);
    QVERIFY(writeFile(m_home / ".aws/credentials",
                      "[default]\naws_access_key_id = dk\naws_secret_access_key = ds\n"
                      "[lab]\naws_access_key_id=lk\naws_secret_access_key=ls\n"
                      "aws_session_token=lt\n"));
    QVERIFY(
        writeFile(m_home / ".aws/config",
                  "[default]\nregion = eu-west-1\n"
                  "[profile lab]\nregion = us-west-2\nendpoint_url = http://minio:9000\n"
                  "[profile \"two words\"]\naws_access_key_id = ck\naws_secret_access_key = cs\n"
                  "services = mine\n"
                  "[services mine]\ns3 =\n  endpoint_url = https://svc.example\n"
                  "[profile program]\ncredential_process = /bin/evil\n"
                  "[profile sso]\nsso_session = x\n"
                  "[profile role]\nrole_arn = arn\nsource_profile = default\n"));
    const auto found = http::resolveAws(environment(variables));
    QByteArray got;
    if (found.failed()) {
        got = QByteArray::fromStdString(std::string(base::codeName(found.error().code)));
        for (const std::string& arg : found.error().args)
            got += ' ' + QByteArray::fromStdString(arg);
        got.replace(QByteArray::fromStdString(m_home.string()), "HOME");
    } else {
        constexpr std::array Origins = {"nowhere",   "settings", "url",
                                        "variables", "file",     "profile"};
        const http::AwsSettings& aws = found.value();
        const std::string token = aws.keys.empty() ? ""
                                  : aws.keys.sessionToken.empty()
                                      ? "-"
                                      : std::string(aws.keys.sessionToken.reveal());
        std::string endpoint = "-";
        if (aws.endpoint)
            endpoint = aws.endpoint->scheme() + "://" + aws.endpoint->authority();
        got = QByteArray::fromStdString(
            aws.keys.accessKeyId + '/' + std::string(aws.keys.secretAccessKey.reveal()) + '/' +
            token + ' ' + aws.region + ' ' + endpoint + ' ' + (aws.pathStyle ? "path" : "virtual") +
            ' ' + Origins[static_cast<std::size_t>(aws.origin)] +
            (aws.insecureTls ? " insecure" : ""));
    }
    QCOMPARE(got, expected);
}

void TestAws::filesElsewhere() {
    QVERIFY(writeFile(m_home / "keys", "[x]\naws_access_key_id = k\naws_secret_access_key = s\n"));
    QVERIFY(writeFile(m_home / "conf",
                      "[profile x]\nregion = r\ns3 =\n  addressing_style = path\n"
                      "ca_bundle = ~/ca.pem\n"));
    const auto found = http::resolveAws(
        environment({{"AWS_SHARED_CREDENTIALS_FILE", "~/keys"},
                     {"AWS_CONFIG_FILE", QByteArray::fromStdString((m_home / "conf").string())},
                     // A profile that is asked for by name comes before keys in variables.
                     {"AWS_ACCESS_KEY_ID", "vk"},
                     {"AWS_SECRET_ACCESS_KEY", "vs"}}),
        "x");
    QVERIFY(found.ok());
    QCOMPARE(found.value().keys.accessKeyId, std::string("k"));
    QCOMPARE(found.value().region, std::string("r"));
    QCOMPARE(found.value().caFile, m_home / "ca.pem");
    QVERIFY(found.value().pathStyle);
}

void TestAws::noSecretInErrors() {
    QVERIFY(writeFile(m_home / ".aws/credentials",
                      "[default]\naws_secret_access_key = topsecret\ncredential_process = x "
                      "topsecret\n"));
    const auto found = http::resolveAws(environment({}));
    QVERIFY(found.failed());
    QVERIFY(base::logLine(found.error()).find("topsecret") == std::string::npos);
}

QTEST_GUILESS_MAIN(TestAws)
#include "tst_aws.moc"
