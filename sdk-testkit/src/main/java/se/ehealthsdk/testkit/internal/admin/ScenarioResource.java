package se.ehealthsdk.testkit.internal.admin;

import se.ehealthsdk.testkit.internal.http.HttpReply;

/** Scenarios, runs and recordings: documented, and answered with 501 until they are wired. */
final class ScenarioResource {

    private ScenarioResource() {}

    static void on(Router router) {
        router.get("/scenarios", ScenarioResource::later)
                .post("/scenarios", ScenarioResource::later)
                .get("/scenarios/{name}", ScenarioResource::later)
                .post("/scenarios/{name}/runs", ScenarioResource::later)
                .get("/runs", ScenarioResource::later)
                .get("/runs/{id}", ScenarioResource::later)
                .get("/runs/{id}/report.xml", ScenarioResource::later)
                .get("/runs/{id}/report.html", ScenarioResource::later)
                .post("/runs/{id}/stop", ScenarioResource::later)
                .get("/recordings", ScenarioResource::later)
                .post("/recordings", ScenarioResource::later)
                .post("/recordings/{id}/stop", ScenarioResource::later);
    }

    private static HttpReply later(Call call, Space space) {
        throw Refusal.of(501, "Scenarios cannot be run through the Admin API yet.");
    }
}
