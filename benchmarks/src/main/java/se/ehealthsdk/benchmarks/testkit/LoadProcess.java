package se.ehealthsdk.benchmarks.testkit;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import se.ehealthsdk.benchmarks.certificate.SickNotes;

/**
 * A process that calls as quickly as it is answered, on many connections at a time, each with a client certificate and a
 * thread of its own. Bare sockets, so that the server gets as much of the machine as can be. Answers {@code lookups
 * <milliseconds>} and {@code registrations <milliseconds>} with the answers a second, the median and the 99th percentile of
 * the time to an answer in milliseconds, the seconds of CPU of this process, and how many answers were others than they should be.
 */
public final class LoadProcess {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private final boolean bare;
    private final List<Connection> connections = new ArrayList<>();
    private final ExecutorService threads;
    private final AtomicBoolean told = new AtomicBoolean();

    private LoadProcess(int port, int count, boolean bare, SSLContext tls) throws IOException {
        this.port = port;
        this.bare = bare;
        this.threads = Executors.newFixedThreadPool(count);
        for (int i = 0; i < count; i++) {
            connections.add(new Connection(tls, port));
        }
    }

    /**
     * Ends when its input does.
     *
     * @param args the port, how many connections, the folder with the certificates, and {@code bare} if any answer is right
     */
    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        LoadProcess load =
                new LoadProcess(
                        port,
                        Integer.parseInt(args[1]),
                        args[3].equals("bare"),
                        Keys.context(args[2]));
        System.out.println("ready");
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ");
            System.out.println(
                    load.run(words[0].equals("lookups"), Long.parseLong(words[1]) * 1_000_000));
        }
        System.exit(0);
    }

    private String run(boolean lookups, long nanos) throws Exception {
        List<byte[]> questions =
                lookups
                        ? Requests.lookUps(port)
                        : List.of(Requests.registration(port, SickNotes.xml()));
        double cpu = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        List<Future<Turn>> turns = new ArrayList<>();
        for (Connection each : connections) {
            int first = turns.size();
            turns.add(
                    threads.submit(
                            () ->
                                    lookups
                                            ? look(each, questions, first, start + nanos)
                                            : register(each, questions.get(0), start + nanos)));
        }
        return sum(turns, start, cpu);
    }

    private String sum(List<Future<Turn>> turns, long start, double cpu)
            throws InterruptedException, ExecutionException {
        int answers = 0;
        int wrong = 0;
        List<long[]> times = new ArrayList<>();
        for (Future<Turn> each : turns) {
            Turn turn = each.get();
            answers += turn.answers;
            wrong += turn.wrong;
            times.add(Arrays.copyOf(turn.nanos, Math.min(turn.answers, turn.nanos.length)));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%.1f %.3f %.3f %.3f %d",
                answers / seconds,
                all[all.length / 2] / 1e6,
                all[(int) (all.length * 0.99)] / 1e6,
                (PROCESS.getProcessCpuTime() - cpu) / 1e9,
                wrong);
    }

    private Turn look(Connection connection, List<byte[]> questions, int first, long end)
            throws IOException {
        Turn turn = new Turn();
        for (int i = first; System.nanoTime() < end; i++) {
            int person = i % questions.size();
            turn.ask(connection, questions.get(person), Requests.PEOPLE.get(person));
        }
        return turn;
    }

    private Turn register(Connection connection, byte[] question, long end) throws IOException {
        Turn turn = new Turn();
        byte[] own = question.clone();
        int at = Requests.idIn(own);
        while (System.nanoTime() < end) {
            Requests.renew(own, at);
            turn.ask(connection, own, ">OK<");
        }
        return turn;
    }

    /** What one connection has been answered. */
    private final class Turn {

        private final long[] nanos = new long[4_096];
        private int answers;
        private int wrong;

        void ask(Connection connection, byte[] question, String expected) throws IOException {
            long since = System.nanoTime();
            String answer = connection.ask(question);
            nanos[answers % nanos.length] = System.nanoTime() - since;
            answers++;
            boolean right =
                    answer.startsWith("HTTP/1.1 200") && (bare || answer.contains(expected));
            if (!right) {
                wrong++;
                if (told.compareAndSet(false, true)) {
                    System.err.println(answer);
                }
            }
        }
    }

    /** A connection that is kept. */
    private static final class Connection {

        private final InputStream in;
        private final OutputStream out;
        private byte[] buffer = new byte[1 << 14];

        Connection(SSLContext tls, int port) throws IOException {
            SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket("localhost", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            socket.startHandshake();
            in = socket.getInputStream();
            out = socket.getOutputStream();
        }

        String ask(byte[] question) throws IOException {
            out.write(question);
            int read = 0;
            int end = -1;
            int whole = Integer.MAX_VALUE;
            while (read < whole) {
                if (read == buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * buffer.length);
                }
                int more = in.read(buffer, read, buffer.length - read);
                if (more < 0) {
                    throw new EOFException("the server has closed the connection");
                }
                read += more;
                if (end < 0) {
                    end = endOfHead(read);
                    whole = end < 0 ? whole : end + length(end);
                }
            }
            return new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
        }

        private int endOfHead(int read) {
            for (int i = 3; i < read; i++) {
                if (buffer[i] == '\n' && buffer[i - 2] == '\n') {
                    return i + 1;
                }
            }
            return -1;
        }

        private int length(int end) {
            for (int i = 0; i + LENGTH.length < end; i++) {
                if (isLengthAt(i)) {
                    int length = 0;
                    for (int at = i + LENGTH.length; buffer[at] != '\r'; at++) {
                        length = 10 * length + buffer[at] - '0';
                    }
                    return length;
                }
            }
            throw new IllegalStateException("an answer without Content-Length");
        }

        private boolean isLengthAt(int start) {
            for (int i = 0; i < LENGTH.length; i++) {
                if (Character.toLowerCase(buffer[start + i]) != LENGTH[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
