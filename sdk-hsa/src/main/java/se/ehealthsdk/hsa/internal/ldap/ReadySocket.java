package se.ehealthsdk.hsa.internal.ldap;

import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Gives the library one socket that is connected already. */
final class ReadySocket extends SocketFactory {

    private final Socket socket;

    ReadySocket(Socket socket) {
        this.socket = socket;
    }

    /** The library then asks for a connected one. */
    @Override
    public Socket createSocket() {
        throw new UnsupportedOperationException("is connected");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) {
        return socket;
    }
}
