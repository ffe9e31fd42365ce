"""Words of the frame around every screen."""

from collections.abc import Mapping

from gems.domain.words import Words

FRAME: Mapping[str, Words] = {
    "language": Words("Langue", "Language"),
    "frame.out": Words("Vous n'êtes plus connecté·e", "You are signed out"),
    "frame.in": Words("Se connecter", "Sign in"),
    "frame.leave": Words("Se déconnecter", "Sign out"),
    "frame.password": Words("Mot de passe", "Password"),
    "frame.you": Words("{name} · {role}", "{name} · {role}"),
    "frame.pretended": Words(
        "Démonstration : l'horloge du planning est arrêtée au {day}. Personnes et adhérents sont inventés.",
        "Demonstration: the planning clock stands still on {day}. People and members are invented.",
    ),
}
