package se.ehealthsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.ehealthsdk.testpki.TestPki;

/** Every contender does what it is timed for, with the real server and certificates. */
class ContendersTest {

    @TempDir static Path folder;

    private static AnswerServer server;
    private static Stage stage;

    @BeforeAll
    static void startServer() throws Exception {
        server = AnswerServer.start(TestPki.shared().writeTo(folder));
        stage = new Stage(server.port(), folder);
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void call_readsEveryRecordOfEveryAnswer(Contender contender) throws Exception {
        Caller caller = contender.open(stage);
        for (Workload work : Workload.all()) {
            assertThat(caller.call(work)).as("%s", work).isEqualTo(work.records());
        }
    }

    /** CXF's default transport is seen to open a second or third one when the machine is busy. */
    @ParameterizedTest
    @EnumSource
    void call_manyTimes_reusesConnections(Contender contender) throws Exception {
        assertThat(connectionsFor20Calls(contender.open(stage))).isBetween(1, 5);
    }

    @Test
    void call_manyTimesByTheSdk_usesOneConnection() throws Exception {
        assertThat(connectionsFor20Calls(Contender.SDK.open(stage))).isEqualTo(1);
    }

    private static int connectionsFor20Calls(Caller caller) throws Exception {
        int before = server.connections();
        for (int i = 0; i < 20; i++) {
            caller.call(Workload.CALL);
        }
        return server.connections() - before;
    }

    @Test
    void cxf_usesTheTransportThatItsNameSays() throws Exception {
        assertThat(new CxfCaller(stage, true).transport()).isEqualTo("URLConnectionHTTPConduit");
        assertThat(new CxfCaller(stage, false).transport()).isEqualTo("HttpClientHTTPConduit");
    }

    @Test
    void storeLogRequest_isOfARealisticSize() throws Exception {
        assertThat(FloorCaller.request(Workload.WRITE)).hasSizeBetween(2_000, 4_000);
    }
}
