using System.Net;
using System.Runtime.CompilerServices;

namespace Wardbook;

/// <summary>Tests ask nobody outside this machine: a request that tries is sent to a port of this machine where nobody listens, and fails.</summary>
internal sealed class NoOutgoing : IWebProxy
{
    public ICredentials? Credentials { get; set; }

    public Uri GetProxy(Uri destination) => new("http://127.0.0.1:1");

    public bool IsBypassed(Uri host) => host.IsLoopback;

    [ModuleInitializer]
    internal static void Refuse() => HttpClient.DefaultProxy = new NoOutgoing();
}
