// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serversockets.h"

#include <arpa/inet.h>
#include <openssl/pem.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <memory>

namespace podium::tests {

namespace {

template <typename T, auto Read, auto Free>
std::unique_ptr<T, decltype(Free)> fromPem(const std::string& text) {
    BIO* memory = BIO_new_mem_buf(text.data(), static_cast<int>(text.size()));
    std::unique_ptr<T, decltype(Free)> thing(Read(memory, nullptr, nullptr, nullptr), Free);
    BIO_free(memory);
    return thing;
}

}  // namespace

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
}

int listeningSocket(int port) {
    const int handle = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int yes = 1;
    setsockopt(handle, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    const sockaddr_in address = loopback(port);
    if (bind(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        listen(handle, 512) != 0) {
        close(handle);
        return -1;
    }
    return handle;
}

int portOf(int handle) {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    getsockname(handle, reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

SSL_CTX* tlsContext(const HttpServer::Options& options) {
    if (options.identity == nullptr)
        return nullptr;
    SSL_CTX* context = SSL_CTX_new(TLS_server_method());
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    const auto certificate =
        fromPem<X509, PEM_read_bio_X509, X509_free>(options.identity->certificate);
    const auto key =
        fromPem<EVP_PKEY, PEM_read_bio_PrivateKey, EVP_PKEY_free>(options.identity->key);
    SSL_CTX_use_certificate(context, certificate.get());
    SSL_CTX_use_PrivateKey(context, key.get());
    if (!options.clientCa.empty()) {
        const auto ca = fromPem<X509, PEM_read_bio_X509, X509_free>(options.clientCa);
        X509_STORE_add_cert(SSL_CTX_get_cert_store(context), ca.get());
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    }
    return context;
}

int unusedPort() {
    const int handle = listeningSocket(0);
    const int port = portOf(handle);
    close(handle);
    return port;
}

}  // namespace podium::tests
