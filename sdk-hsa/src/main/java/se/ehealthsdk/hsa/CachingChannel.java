package se.ehealthsdk.hsa;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.Collection;
import java.util.Optional;
import se.ehealthsdk.core.rivta.Reply;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.hsa.contract.AuthorizationContracts;

/** Remembers answers. The only class that touches Caffeine, so that it is needed only where this is used. */
final class CachingChannel implements Channel {

    /** Contract and request tell everything apart, also the variants for protected people. */
    private record Question(RivtaContract<?, ?> contract, Object request) {}

    private final Channel next;
    private final Cache<Question, Reply<?>> answers;

    CachingChannel(HsaCache settings, Channel next) {
        this(settings, next, Ticker.systemTicker());
    }

    CachingChannel(HsaCache settings, Channel next, Ticker ticker) {
        this.next = next;
        this.answers =
                Caffeine.newBuilder()
                        .expireAfterWrite(settings.timeToLive())
                        .maximumSize(settings.maxAnswers())
                        .ticker(ticker)
                        .build();
    }

    @Override
    public <Q, R> Reply<R> call(Load load, RivtaContract<Q, R> contract, Q request) {
        if (load == Load.HOSP_UPDATE
                || contract.equals(AuthorizationContracts.GET_HOSP_LAST_UPDATE_1)) {
            return next.call(load, contract, request);
        }
        var question = new Question(contract, request);
        @SuppressWarnings("unchecked") // put below under the same contract
        Reply<R> remembered = (Reply<R>) answers.getIfPresent(question);
        if (remembered != null) {
            return remembered;
        }
        Reply<R> answer = next.call(load, contract, request);
        if (tellsSomething(answer.message())) {
            answers.put(question, answer);
        }
        return answer;
    }

    private static boolean tellsSomething(Object answer) {
        return !(answer instanceof Optional<?> one && one.isEmpty())
                && !(answer instanceof Collection<?> many && many.isEmpty());
    }
}
