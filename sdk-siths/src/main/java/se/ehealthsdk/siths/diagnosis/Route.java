package se.ehealthsdk.siths.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import se.ehealthsdk.core.rivta.HttpProxy;
import se.ehealthsdk.siths.diagnosis.Finding.Check;

/** The way to the server before TLS: its name, TCP, and a proxy's tunnel. */
final class Route {

    private static final int LONGEST_HEAD = 16_384;
    private static final int MOST_ADDRESSES = 4;

    private final Target target;
    private final Optional<HttpProxy> proxy;
    private final Deadline deadline;
    private final List<Finding> findings = new ArrayList<>();

    Route(Target target, Optional<HttpProxy> proxy, Deadline deadline) {
        this.target = target;
        this.proxy = proxy.filter(each -> !each.passes(target.host()));
        this.deadline = deadline;
    }

    /** What was found by the last {@link #open}. */
    List<Finding> findings() {
        return findings;
    }

    /**
     * A connection over which TLS with the server can begin.
     *
     * @return empty when there is none; the findings then say why
     */
    Optional<Socket> open() {
        findings.clear();
        Target next = proxy.map(each -> new Target(each.host(), each.port())).orElse(target);
        Optional<Socket> connection = resolve(next).flatMap(addresses -> connect(next, addresses));
        return proxy.isEmpty()
                ? connection
                : connection.flatMap(socket -> tunnel(socket, proxy.orElseThrow()));
    }

    private Optional<List<InetAddress>> resolve(Target next) {
        CompletableFuture<List<InetAddress>> asked = new CompletableFuture<>();
        Thread asking =
                new Thread(
                        () -> {
                            try {
                                asked.complete(List.of(InetAddress.getAllByName(next.host())));
                            } catch (UnknownHostException unknown) {
                                asked.completeExceptionally(unknown);
                            }
                        },
                        "ehealth-sdk-diagnosis-name");
        asking.setDaemon(true);
        asking.start();
        try {
            List<InetAddress> addresses = asked.get(deadline.millisLeft(), TimeUnit.MILLISECONDS);
            findings.add(
                    Finding.ok(
                            Check.NAME,
                            next.host()
                                    + " has the address "
                                    + Names.list(
                                            addresses.stream()
                                                    .map(InetAddress::getHostAddress)
                                                    .toList())));
            return Optional.of(addresses);
        } catch (ExecutionException unknown) {
            return failed(
                    Check.NAME,
                    "The name " + next.host() + " is not known to this machine's name service",
                    "Check the spelling. Some names exist on Sjunet only, or on the Internet only: ask for"
                            + " the name for the network that this machine is on.");
        } catch (TimeoutException slow) {
            return failed(
                    Check.NAME,
                    "The name service did not answer about " + next.host() + " in time",
                    "Check this machine's name service (DNS).");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(Check.NAME, "The diagnosis was interrupted", "Run it again.");
        }
    }

    private Optional<Socket> connect(Target next, List<InetAddress> addresses) {
        Optional<Socket> none = Optional.empty();
        IOException last = new IOException("no address");
        for (InetAddress address :
                addresses.subList(0, Math.min(MOST_ADDRESSES, addresses.size()))) {
            Socket socket = new Socket();
            deadline.watch(socket);
            try {
                socket.connect(new InetSocketAddress(address, next.port()), deadline.millisLeft());
                findings.add(
                        Finding.ok(
                                Check.CONNECTION,
                                "Connected to "
                                        + address.getHostAddress()
                                        + " port "
                                        + next.port()));
                return Optional.of(socket);
            } catch (IOException failure) {
                last = failure;
            }
        }
        explain(next, last);
        return none;
    }

    private void explain(Target next, IOException failure) {
        if (failure instanceof SocketTimeoutException || deadline.passed()) {
            failed(
                    Check.CONNECTION,
                    "Nobody answers at " + next + ": packets are lost on the way",
                    "As a rule a firewall drops them: ask for an opening from this machine to that address"
                            + " and port.");
        } else if (failure instanceof NoRouteToHostException) {
            failed(
                    Check.CONNECTION,
                    "There is no way from this machine to " + next,
                    "Check routes and network (Sjunet or Internet), and whether a proxy must be used.");
        } else if (failure instanceof ConnectException) {
            failed(
                    Check.CONNECTION,
                    "The connection to " + next + " is refused: nothing listens there",
                    "Check the port number, and whether the server or a firewall in front of it is down.");
        } else {
            failed(
                    Check.CONNECTION,
                    "The connection to " + next + " could not be made",
                    "Check address, network and firewall.");
        }
    }

    private Optional<Socket> tunnel(Socket socket, HttpProxy through) {
        try {
            socket.setSoTimeout(deadline.millisLeft());
            StringBuilder request = new StringBuilder();
            request.append("CONNECT ").append(target).append(" HTTP/1.1\r\nHost: ").append(target);
            through.login()
                    .ifPresent(
                            login ->
                                    request.append("\r\nProxy-Authorization: Basic ")
                                            .append(basic(login)));
            request.append("\r\n\r\n");
            socket.getOutputStream().write(request.toString().getBytes(ISO_8859_1));
            int status = StatusLine.of(head(socket.getInputStream())).orElse(0);
            if (status >= 200 && status < 300) {
                findings.add(
                        Finding.ok(
                                Check.PROXY,
                                "The proxy " + through + " opens the way to " + target));
                return Optional.of(socket);
            }
            refusedByProxy(through, status);
        } catch (IOException lost) {
            failed(
                    Check.PROXY,
                    "The proxy " + through + " did not answer, or not in time",
                    "Check that the address is that of a web proxy, and that it speaks plain HTTP.");
        }
        close(socket);
        return Optional.empty();
    }

    private void refusedByProxy(HttpProxy through, int status) {
        switch (status) {
            case 0 ->
                    failed(
                            Check.PROXY,
                            "What answers at " + through + " is no web proxy",
                            "Check the proxy's address and port.");
            case 407 ->
                    failed(
                            Check.PROXY,
                            "The proxy " + through + " wants a user name and password (HTTP 407)",
                            "Give the proxy's login, or check it.");
            default ->
                    failed(
                            Check.PROXY,
                            "The proxy "
                                    + through
                                    + " does not open the way to "
                                    + target
                                    + " (HTTP "
                                    + status
                                    + ")",
                            "Ask those who run the proxy to allow this host and port, and whether the proxy"
                                    + " itself can reach it.");
        }
    }

    /** Byte by byte: what follows belongs to TLS. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (head.size() < LONGEST_HEAD) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
            String text = next == '\n' ? head.toString(ISO_8859_1) : "";
            if (text.endsWith("\r\n\r\n") || text.endsWith("\n\n")) {
                return text;
            }
        }
        return "";
    }

    private static String basic(HttpProxy.Login login) {
        String pair = login.user() + ":" + String.valueOf(login.password());
        return Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // nothing is left to close
        }
    }

    private <T> Optional<T> failed(Check check, String text, String remedy) {
        findings.add(Finding.problem(check, text, remedy));
        return Optional.empty();
    }
}
