using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts.SignIn.Factors;
using Wardbook.Accounts.SignIn.Links;

namespace Wardbook.Accounts.SignIn;

/// <summary>The framework's sign-in, on our tables and with our choices.</summary>
public static class SignInSetup
{
    /// <summary>Rounds of PBKDF2 with SHA-512. Source: OWASP, Password Storage Cheat Sheet (210,000 in 2025).</summary>
    private const int Rounds = 210_000;

    public static void Add(WebApplicationBuilder builder)
    {
        SessionCookie.Add(builder);
        builder.Services
            .AddIdentityCore<Account>(identity =>
            {
                // Ours are checked where they are typed, with words (Passwords); a name is a mail address, of any signs.
                identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequiredLength = Passwords.Shortest;
                identity.User.AllowedUserNameCharacters = "";
                identity.Tokens.AuthenticatorTokenProvider = Entrance.CodeProviderName;
            })
            .AddSignInManager()
            .AddUserStore<AccountStore>()
            .AddTokenProvider<CodeProvider>(Entrance.CodeProviderName);
        builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = Rounds);
        builder.Services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // The device asks for a finger, a face or a number, so a passkey is two factors; and it knows whose it is, so nobody types a name.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
        // The cookies of forms and of messages between two pages say nothing of who asks; over https they stay there all the same.
        builder.Services.Configure<AntiforgeryOptions>(forms => forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        builder.Services.Configure<CookieTempDataProviderOptions>(messages => messages.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        builder.Services.AddScoped<Tries>();
        builder.Services.AddSingleton<Turns>();
        builder.Services.AddScoped<Entrance>();
        builder.Services.AddScoped<Sessions>();
        builder.Services.AddScoped<SiteAddress>();
    }
}
