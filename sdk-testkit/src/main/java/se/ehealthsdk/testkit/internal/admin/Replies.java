package se.ehealthsdk.testkit.internal.admin;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/** What is sent back when all is well. */
final class Replies {

    private Replies() {}

    static HttpReply json(Call call, Shape shape) {
        return json(200, call, shape);
    }

    static HttpReply json(int status, Call call, Shape shape) {
        byte[] body = call.isMasked() ? Json.write(Mask.in(shape)) : Json.write(shape);
        return HttpReply.of(status, Map.of("Content-Type", "application/json"), body);
    }

    /** @param location its name, below the path of the call */
    static HttpReply created(Call call, String location, Shape shape) {
        String path = call.web().target().getRawPath();
        return json(201, call, shape).with("Location", path + "/" + Paths.encode(location));
    }

    static HttpReply done() {
        return HttpReply.empty(204);
    }

    static HttpReply text(String type, String text) {
        return HttpReply.of(
                200, Map.of("Content-Type", type), text.getBytes(StandardCharsets.UTF_8));
    }
}
