package dev.footlights.query.routes;

import dev.footlights.query.campaign.AnnotationStore;
import dev.footlights.schemas.onboarding.Onboarding;
import dev.footlights.schemas.surveys.Surveys;
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
        router.get("/api/v1/onboarding", Api.json(progress::progress))
                .get("/api/v1/onboarding/people", Api.json(progress::people))
                .get("/api/v1/annotations", Api.json(notes::list))
                .post("/api/v1/annotations", Api.guarded(notes::add))
                .get(one, Api.json(notes::one))
                .add("PUT", one, Api.guarded(notes::replace))
                .delete(one, Api.guarded(notes::remove))
                .get(one + "/lift", Api.json(new LiftRoute(parts, notes)))
                .get("/api/v1/champions", Api.json(new ChampionsRoute(parts, onboarding)))
                .get("/api/v1/surveys", Api.json(voices::list))
                .get("/api/v1/surveys/{id}", Api.json(voices::survey))
                .get("/api/v1/checks", Api.json(new ChecksRoute(parts)))
                .get("/api/v1/data-health", Api.json(new DataHealthRoute(parts)));
    }
}
