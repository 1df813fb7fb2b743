package dev.footlights.query.routes;

import dev.footlights.query.campaign.AnnotationStore;
import dev.footlights.schemas.onboarding.Onboarding;
import dev.footlights.schemas.surveys.Surveys;
import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Router;

/** What a platform team runs its programme with: onboarding, campaigns, surveys, checks, the books. */
public final class ProgrammeRoutes {
    private ProgrammeRoutes() {}

    public static void addTo(
            Router router, ApiParts parts, Onboarding onboarding, Surveys surveys, AnnotationStore annotations) {
        OnboardingRoutes progress = new OnboardingRoutes(parts, onboarding);
        AnnotationRoutes notes = new AnnotationRoutes(parts, annotations);
        SurveyRoutes voices = new SurveyRoutes(parts, surveys);
        String one = "/api/v1/annotations/{id}";
        router.get("/api/v1/onboarding", guarded(progress::progress))
                .get("/api/v1/onboarding/people", guarded(progress::people))
                .get("/api/v1/annotations", guarded(notes::list))
                .post("/api/v1/annotations", guarded(notes::add))
                .get(one, guarded(notes::one))
                .add("PUT", one, guarded(notes::replace))
                .delete(one, guarded(notes::remove))
                .get(one + "/lift", guarded(new LiftRoute(parts, notes)))
                .get("/api/v1/champions", guarded(new ChampionsRoute(parts, onboarding)))
                .get("/api/v1/surveys", guarded(voices::list))
                .get("/api/v1/surveys/{id}", guarded(voices::survey))
                .get("/api/v1/checks", guarded(new ChecksRoute(parts)))
                .get("/api/v1/data-health", guarded(new DataHealthRoute(parts)));
    }

    private static Handler guarded(Handler handler) {
        return Api.guarded(handler);
    }
}
