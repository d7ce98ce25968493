package se.ehealthsdk.testkit.internal.admin;

import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.scenario.Recording.Expected;
import se.ehealthsdk.testkit.scenario.Scenario;

/** Recordings of sessions, which become scenarios. */
final class RecordingResource {

    private RecordingResource() {}

    static void on(Router router) {
        router.get(
                        "/recordings",
                        (call, space) ->
                                Replies.json(
                                        call,
                                        Shape.of(
                                                "recordings",
                                                space.tapes().all().stream()
                                                        .map(Tapes.Tape::shape)
                                                        .toList())))
                .post("/recordings", RecordingResource::start)
                .get(
                        "/recordings/{id}",
                        (call, space) -> Replies.json(call, tape(call, space).shape()))
                .post("/recordings/{id}/stop", RecordingResource::stop);
    }

    private static HttpReply start(Call call, Space space) {
        Fields fields = call.fields("name", "expected");
        String name = fields.required("name");
        Scenario.named(name);
        Expected expected =
                fields.text("expected")
                        .map(word -> Words.read(Expected.class, "expected", word))
                        .orElse(Expected.IN_ORDER);
        Tapes.Tape tape = space.tapes().start(space.services(), name, expected);
        space.changed("recordings");
        return Replies.created(call, tape.id(), tape.shape());
    }

    private static Tapes.Tape tape(Call call, Space space) {
        return space.tapes()
                .find(call.variable("id"))
                .orElseThrow(() -> Refusal.notFound("recording"));
    }

    private static HttpReply stop(Call call, Space space) {
        Tapes.Tape tape = tape(call, space);
        tape.stop().ifPresent(space.services().scenarios()::add);
        space.changed("recordings");
        space.changed("scenarios");
        return Replies.json(call, tape.shape());
    }
}
