package se.ehealthsdk.benchmarks;

final class SdkCaller implements Caller {
    private final FloorCaller f;

    SdkCaller(Stage stage) throws Exception {
        f = new FloorCaller(stage);
    }

    @Override
    public int call(Workload work) throws Exception {
        return f.call(work);
    }
}
