package se.ehealthsdk.audit.access;

/**
 * What the services have said so far. Immutable.
 *
 * @param blocks about the data of {@link AccessConditions#blockable()}, in that order
 * @param relation about user and patient
 * @param consent about user and patient
 */
record Findings(
        Finding<BlockAnswer> blocks,
        Finding<RelationAnswer> relation,
        Finding<ConsentAnswer> consent) {

    static final Findings NONE =
            new Findings(
                    new Finding.NotAsked<>(), new Finding.NotAsked<>(), new Finding.NotAsked<>());

    Findings withBlocks(Finding<BlockAnswer> found) {
        return new Findings(found, relation, consent);
    }

    Findings withRelation(Finding<RelationAnswer> found) {
        return new Findings(blocks, found, consent);
    }

    Findings withConsent(Finding<ConsentAnswer> found) {
        return new Findings(blocks, relation, found);
    }
}
