package se.ehealthsdk.chaos;

import java.net.URI;
import java.nio.file.Path;
import se.ehealthsdk.audit.LogService;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testpki.TestPki;

/** The way to the receiver, as an application sets it up; only in more of a hurry. */
final class Platform {

    private Platform() {}

    static RivtaClient client(String url, String certificates) {
        Path folder = Path.of(certificates);
        return RivtaClient.builder()
                .environment(
                        Environment.of(
                                "chaos",
                                URI.create(url),
                                TrustAnchors.pem(folder.resolve("trusted-roots.pem"))))
                .credential(
                        Credential.pkcs12(
                                folder.resolve("function.p12"), TestPki.PASSWORD.toCharArray()))
                .options(options -> options.answerTimeout(Times.ANSWER).deadline(Times.WHOLE_CALL))
                .build();
    }

    static LogService logService(RivtaClient client) {
        return LogService.builder(client)
                .logicalAddress(Records.FIRST)
                .route(Records.ELSEWHERE, Records.SECOND)
                .platformRetryPause(Times.PLATFORM_PAUSE)
                .errorPause(Times.PLATFORM_PAUSE)
                .build();
    }
}
