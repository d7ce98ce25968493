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

    @ParameterizedTest
    @EnumSource
    void call_manyTimes_usesOneConnection(Contender contender) throws Exception {
        Caller caller = contender.open(stage);
        int before = server.connections();
        for (int i = 0; i < 20; i++) {
            caller.call(Workload.CALL);
        }
        assertThat(server.connections() - before).isEqualTo(1);
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
