// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <atomic>
#include <functional>

namespace podium::tests {

namespace {

template <auto Free>
struct With {
    template <typename T>
    void operator()(T* thing) const {
        Free(thing);
    }
};
using Key = std::unique_ptr<EVP_PKEY, With<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, With<X509_free>>;

Key newKey() {
    return Key(EVP_EC_gen("P-256"));
}

std::string pem(const std::function<void(BIO*)>& write) {
    const std::unique_ptr<BIO, With<BIO_free_all>> memory(BIO_new(BIO_s_mem()));
    write(memory.get());
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

std::string pem(X509* certificate) {
    return pem([&](BIO* to) { PEM_write_bio_X509(to, certificate); });
}

void addExtension(X509* certificate, X509* issuer, int kind, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

/// Named, with its key and its time; not signed yet.
Certificate blank(const std::string& name, EVP_PKEY* key, int fromDays, int toDays) {
    static std::atomic<long> serial{1};
    constexpr long Day = 24L * 3600;
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), fromDays * Day);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), toDays * Day);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
    X509_set_pubkey(certificate.get(), key);
    return certificate;
}

}  // namespace

struct CertificateAuthority::Parts {
    Key key;
    Certificate certificate;
};

CertificateAuthority::CertificateAuthority() : m_parts(std::make_unique<Parts>()) {
    m_parts->key = newKey();
    m_parts->certificate = blank("Podium test authority", m_parts->key.get(), -1, 365);
    X509* own = m_parts->certificate.get();
    X509_set_issuer_name(own, X509_get_subject_name(own));
    addExtension(own, own, NID_basic_constraints, "critical,CA:TRUE");
    addExtension(own, own, NID_key_usage, "critical,keyCertSign,cRLSign");
    X509_sign(own, m_parts->key.get(), EVP_sha256());
}

CertificateAuthority::~CertificateAuthority() = default;

std::string CertificateAuthority::certificate() const {
    return pem(m_parts->certificate.get());
}

ServerIdentity CertificateAuthority::issue(const std::string& name, int fromDays,
                                           int toDays) const {
    const Key key = newKey();
    const Certificate certificate = blank(name, key.get(), fromDays, toDays);
    X509* issuer = m_parts->certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer));
    const bool address = name.find_first_not_of("0123456789.") == std::string::npos;
    addExtension(certificate.get(), issuer, NID_subject_alt_name,
                 (address ? "IP:" : "DNS:") + name);
    X509_sign(certificate.get(), m_parts->key.get(), EVP_sha256());
    return {pem(certificate.get()), pem([&](BIO* to) {
                PEM_write_bio_PrivateKey(to, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
            })};
}

}  // namespace podium::tests
