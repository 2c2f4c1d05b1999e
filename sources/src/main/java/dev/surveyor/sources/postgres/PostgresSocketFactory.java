package dev.surveyor.sources.postgres;

import dev.surveyor.sources.Sockets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Made by the driver, by name: its sockets are those of the session that the token stands for. */
public final class PostgresSocketFactory extends SocketFactory {

    private final String token;

    public PostgresSocketFactory(String token) {
        this.token = token;
    }

    @Override
    public Socket createSocket() throws IOException {
        return Sockets.create(token);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw unwanted();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw unwanted();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw unwanted();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw unwanted();
    }

    private static UnsupportedOperationException unwanted() {
        return new UnsupportedOperationException("only sockets that are not connected yet");
    }
}
