package se.ehealthsdk.testkit.idp;

import java.util.Optional;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.testkit.hsa.Post;

/** As what a person logs in: in a commission of a post, in a post, or just as the person. */
record Choice(Optional<Post> post, Optional<Commission> commission) {

    static final Choice PERSON = new Choice(Optional.empty(), Optional.empty());
}
