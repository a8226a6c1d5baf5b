using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Wardbook.Shared;

namespace Wardbook.Accounts.SignIn.Links;

/// <summary>The address of this site as it stands in letters. Never what a request claims it to be: somebody could have a link sent that leads to them.</summary>
public sealed class SiteAddress(Settings settings, IServer server)
{
    public Uri Of(string path) => new(settings.Address ?? First(server.Features.Get<IServerAddressesFeature>()?.Addresses), path);

    /// <summary>The first place where the site listens, as a browser on this machine asks for it.</summary>
    public static Uri First(IEnumerable<string>? addresses)
    {
        var first = (addresses?.FirstOrDefault() ?? "http://localhost").Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal);
        var address = new UriBuilder(first);
        if (address.Host is "0.0.0.0" or "[::]" or "::" or "127.0.0.1" or "[::1]")
        {
            address.Host = "localhost";
        }

        return address.Uri;
    }
}
