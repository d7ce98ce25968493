package se.ehealthsdk.benchmarks;

/** A client, set up once and used for many calls. */
interface Caller {

    /**
     * Makes one call and reads the whole answer.
     *
     * @return how many records were read, or stored; {@link Workload#records()} if all went well
     * @throws Exception if it failed, in whatever way this client fails
     */
    int call(Workload work) throws Exception;
}
