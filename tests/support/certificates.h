// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

namespace podium::tests {

/// A certificate and its key, PEM.
struct ServerIdentity {
    std::string certificate;
    std::string key;

    /// Both in one text, as a client's certificate file wants it.
    [[nodiscard]] std::string both() const { return certificate + key; }
};

/// A certificate authority made on the spot, and what it signs.
class CertificateAuthority {
public:
    CertificateAuthority();
    ~CertificateAuthority();
    CertificateAuthority(const CertificateAuthority&) = delete;
    CertificateAuthority& operator=(const CertificateAuthority&) = delete;

    /// Its own certificate, PEM: what a client trusts.
    [[nodiscard]] std::string certificate() const;
    /// For a host name or (with digits and dots only) an address; valid from `fromDays` to `toDays`
    /// days from now.
    [[nodiscard]] ServerIdentity issue(const std::string& name, int fromDays = -1,
                                       int toDays = 30) const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace podium::tests
