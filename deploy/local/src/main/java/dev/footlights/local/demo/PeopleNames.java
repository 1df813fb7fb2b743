package dev.footlights.local.demo;

import java.util.List;

/** Words that people and offices are made of. */
final class PeopleNames {
    static final List<String> FIRST = List.of(
            "Ada", "Aiko", "Alba", "Amara", "Anders", "Anika", "Arjun", "Aylin", "Bastian", "Beatriz", "Bilal", "Bruno",
            "Camille", "Carlos", "Chiara", "Daan", "Dalia", "David", "Deepa", "Diego", "Elif", "Emeka", "Emma", "Erik",
            "Fatima", "Felix", "Freya", "Gabriel", "Grace", "Hana", "Hugo", "Ida", "Imran", "Ines", "Ivan", "Jamal",
            "Joana", "Jonas", "Julia", "Kaan", "Karin", "Kofi", "Lara", "Leila", "Liam", "Lina", "Lucas", "Maeve",
            "Malik", "Marta", "Mateo", "Mei", "Mila", "Nadia", "Nikhil", "Nina", "Noah", "Nora", "Olga", "Omar",
            "Oscar", "Paula", "Pavel", "Priya", "Rafael", "Ravi", "Rosa", "Ruth", "Samir", "Sanne", "Sara", "Selma",
            "Simon", "Sofia", "Sven", "Tara", "Tariq", "Teresa", "Tomas", "Uma", "Viktor", "Wei", "Yara", "Yusuf",
            "Zainab", "Zoe");

    static final List<String> LAST = List.of(
            "Abebe",
            "Aguilar",
            "Andersen",
            "Aydin",
            "Bakker",
            "Becker",
            "Bianchi",
            "Blanc",
            "Castro",
            "Chen",
            "Costa",
            "Dubois",
            "Eriksen",
            "Fischer",
            "Fontaine",
            "Garcia",
            "Gupta",
            "Haddad",
            "Hansen",
            "Hoffmann",
            "Ibrahim",
            "Ito",
            "Jansen",
            "Kapoor",
            "Keller",
            "Khan",
            "Kowalski",
            "Larsen",
            "Lopez",
            "Marino",
            "Martin",
            "Mensah",
            "Moreau",
            "Murphy",
            "Nakamura",
            "Novak",
            "Nguyen",
            "Okafor",
            "Olsen",
            "Park",
            "Patel",
            "Pereira",
            "Petrov",
            "Ramos",
            "Ricci",
            "Rossi",
            "Sato",
            "Schmidt",
            "Sharma",
            "Silva",
            "Singh",
            "Suzuki",
            "Tanaka",
            "Tran",
            "Vargas",
            "Visser",
            "Wagner",
            "Walsh",
            "Weber",
            "Yilmaz",
            "Zhang");

    /** The home office twice as often as both others together. */
    static final List<String> OFFICES = List.of(
            "Europe/Amsterdam",
            "Europe/Amsterdam",
            "Europe/Amsterdam",
            "Europe/Amsterdam",
            "America/Toronto",
            "Asia/Kolkata");

    private PeopleNames() {}
}
